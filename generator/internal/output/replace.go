package output

import (
	"os"
	"path/filepath"
)

// replace makes the new site beside the old one and lets it take its place.
func (f *Folder) replace(t tree, keep []bool) error {
	entries := make([]entry, len(t.files))
	for i, file := range t.files {
		entries[i] = entry{path: file.Path, sum: file.Sum}
	}
	list := formatList(entries)
	stage := f.stagePath()
	err := f.makeFolders(stage, list, t.dirs)
	if err == nil {
		err = f.makeFiles(stage, t, keep, entries)
	}
	var old string
	if err == nil {
		old, err = f.swap(stage)
	}
	if err != nil {
		discard(stage)
		return err
	}
	f.saveStats(formatStats(list, entries))
	f.kind = ours
	f.know(entries, true)
	if old != "" {
		discard(old)
	}
	return nil
}

// makeFolders makes the stage, with the mode of the folder it will replace, and the folders in it. The list
// comes first of all, for it is the mark.
func (f *Folder) makeFolders(stage string, list []byte, dirs []string) error {
	if err := os.Mkdir(stage, 0o777); err != nil {
		return fault("make", stage, err)
	}
	if info, err := os.Lstat(f.dir); err == nil {
		if err := os.Chmod(stage, info.Mode().Perm()); err != nil {
			return fault("make", stage, err)
		}
	}
	if _, err := writeFile(filepath.Join(stage, mark), list); err != nil {
		return fault("write", filepath.Join(f.name, mark), err)
	}
	for _, dir := range dirs {
		if err := os.Mkdir(filepath.Join(stage, filepath.FromSlash(dir)), 0o777); err != nil {
			return fault("make", filepath.Join(f.name, dir), err)
		}
	}
	return nil
}

// makeFiles links what is kept, writes the rest and waits until the disk has it. It fills in the stats of
// entries.
func (f *Folder) makeFiles(stage string, t tree, keep []bool, entries []entry) error {
	err := each(len(t.files), func(i int) error {
		file := t.files[i]
		to := filepath.Join(stage, filepath.FromSlash(file.Path))
		var err error
		if !keep[i] {
			entries[i].stat, err = writeFile(to, file.Data)
		} else if entries[i].stat = f.known[file.Path].stat; f.link(f.at(file.Path), to) != nil {
			entries[i].stat, err = copyFile(f.at(file.Path), to)
		}
		if err != nil {
			return fault("write", filepath.Join(f.name, file.Path), err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := syncFolder(stage); err != nil {
		return fault("write", f.name, err)
	}
	return nil
}

// copyFile stands in for a hard link, which FAT and Android refuse.
func copyFile(from, to string) (stat, error) {
	data, err := os.ReadFile(from)
	if err != nil {
		return stat{}, err
	}
	return writeFile(to, data)
}

// writeFile writes a new file. The stat is taken after closing, for Windows sets the time then.
func writeFile(path string, data []byte) (stat, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return stat{}, err
	}
	_, err = file.Write(data)
	if err == nil {
		err = syncFile(file)
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return stat{}, err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return stat{}, err
	}
	return statOf(info), nil
}
