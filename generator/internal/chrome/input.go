package chrome

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Press presses keys one after the other, each by its name as KeyboardEvent.key has it: "PageDown", "b", " "; Shift may be
// held: "Shift+Tab".
func (t *Tab) Press(keys ...string) error {
	var err error
	for _, key := range keys {
		key, shift := strings.CutPrefix(key, "Shift+")
		down := map[string]any{"type": "keyDown", "key": key, "code": key}
		if shift {
			down["modifiers"] = 8
		}
		if code := codes[key]; code > 0 {
			down["windowsVirtualKeyCode"] = code
		}
		if len(key) == 1 {
			down["text"] = key
		}
		if key == "Enter" {
			down["text"] = "\r"
		}
		err = errors.Join(err, t.call("Input.dispatchKeyEvent", down, nil), t.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key}, nil))
	}
	return err
}

// codes are of keys that do something by themselves in a browser.
var codes = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}

// Swipe moves a finger across the window, from one point to another, in pixels.
func (t *Tab) Swipe(x1, y1, x2, y2 int) error {
	point := func(x, y int) []any { return []any{map[string]any{"x": x, "y": y}} }
	return errors.Join(
		t.call("Input.dispatchTouchEvent", map[string]any{"type": "touchStart", "touchPoints": point(x1, y1)}, nil),
		t.call("Input.dispatchTouchEvent", map[string]any{"type": "touchMove", "touchPoints": point(x2, y2)}, nil),
		t.call("Input.dispatchTouchEvent", map[string]any{"type": "touchEnd", "touchPoints": []any{}}, nil))
}

// Opened is the window that a page has opened by itself: the one whose address holds a text. It waits until there is one.
func (b *Browser) Opened(holds string) (*Tab, error) {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var list struct {
			TargetInfos []struct {
				TargetID, Type, URL string
				Attached            bool
			}
		}
		if err := b.call("", "Target.getTargets", nil, &list); err != nil {
			return nil, err
		}
		for _, w := range list.TargetInfos {
			if w.Type == "page" && !w.Attached && strings.Contains(w.URL, holds) {
				return b.attach(w.TargetID)
			}
		}
	}
	return nil, fmt.Errorf("no window was opened at an address with %q", holds)
}

// Before has every page opened from now on run a script before its own.
func (t *Tab) Before(script string) error {
	return t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": script}, nil)
}
