package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// frontBlocks finds the lines of each key of front matter; none where two keys share a line.
func (o *outliner) frontBlocks() {
	p := o.page
	if len(p.meta.Content) == 0 || p.offset == 0 {
		return
	}
	starts := lineStarts(p.src)
	end := bytes.LastIndex(p.src[:p.offset], []byte("---"))
	top := p.meta.Content[0]
	for i := 0; i+1 < len(top.Content); i += 2 {
		next := end
		if i+2 < len(top.Content) {
			next = starts[top.Content[i+2].Line]
		}
		start := starts[top.Content[i].Line] // the line of --- comes before
		if start >= next {
			o.Blocks = nil
			return
		}
		o.Blocks = append(o.Blocks, Block{Key: top.Content[i].Value, Start: o.file.of(start), End: o.file.of(next)})
	}
}

// bodyBlocks finds the lines of each uppermost block of the body. What leaves no block, such as definitions of links,
// belongs to the block before it.
func (o *outliner) bodyBlocks(root ast.Node, size int) {
	p := o.page
	first := len(o.Blocks)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		at := p.offset + max(0, n.Pos())
		start := o.file.of(bytes.LastIndexByte(p.src[:at], '\n') + 1)
		if len(o.Blocks) > first {
			o.Blocks[len(o.Blocks)-1].End = start
		}
		o.Blocks = append(o.Blocks, Block{Start: start, End: size})
	}
}

// assign finds the units of a block.
func (o *outliner) assign(b *Block) {
	for b.First < len(o.units) && o.units[b.First].Start < b.Start {
		b.First++
	}
	for b.Last = b.First; b.Last < len(o.units) && o.units[b.Last].Start < b.End; {
		b.Last++
	}
}
