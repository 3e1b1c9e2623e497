package chrome

import "time"

// Pace makes the processor as many times slower for a tab: 6 is a cheap phone. 1 is the machine's own pace.
func (t *Tab) Pace(times float64) error {
	return t.call("Emulation.setCPUThrottlingRate", map[string]any{"rate": times}, nil)
}

// Busy is how long the processor has worked for the page so far, however long it took on a busy machine.
func (t *Tab) Busy() (time.Duration, error) {
	if err := t.call("Performance.enable", map[string]any{"timeDomain": "threadTicks"}, nil); err != nil {
		return 0, err
	}
	var found struct {
		Metrics []struct {
			Name  string
			Value float64 // seconds
		}
	}
	err := t.call("Performance.getMetrics", nil, &found)
	for _, m := range found.Metrics {
		if m.Name == "TaskDuration" {
			return time.Duration(m.Value * float64(time.Second)), err
		}
	}
	return 0, err
}
