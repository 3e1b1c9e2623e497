package render

import "testing"

func TestReadable(t *testing.T) {
	for page, want := range map[string]string{
		`<a href="a.html#%e0%aa%95-%E0%AA%96">`:        `<a href="a.html#ક-ખ">`,
		`<a href="%e0%aa%95.html#b"> %e0%aa%95`:        `<a href="%e0%aa%95.html#b"> %e0%aa%95`,
		`<a href="#%22%e0%aa%95%25%e0">`:               `<a href="#%22ક%25%e0">`,
		`<a href="#%e0%aa%9"><a href="#%e0%aa%zz">`:    `<a href="#%e0%aa%9"><a href="#%e0%aa%zz">`,
		`<a href="x#%e0%aa%95"><a href="#%e0%aa%95`:    `<a href="x#ક"><a href="#%e0%aa%95`,
		`<a href=""><a href="#"><a href="#%e0%a5%8d">`: `<a href=""><a href="#"><a href="#्">`,
	} {
		if got := string(readable([]byte(page))); got != want {
			t.Errorf("readable(%s)\n got %s\nwant %s", page, got, want)
		}
	}
}
