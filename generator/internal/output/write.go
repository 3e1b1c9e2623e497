package output

import (
	"os"
)

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
