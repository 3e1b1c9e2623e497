// Leaving a page at once, for readers whom somebody may watch: the button, or Shift three times within five seconds. The
// page goes blank first, since the next one may be slow to come; what was typed is dropped; and the next page takes this
// one's place in the history, so that Back does not return to it. While another window or app is in front the page is
// blank too, as it would else stand among the small pictures of open apps.
//
// A single file holds pages of both kinds: only while one that has the button is shown does any of this happen.
(function () {
  'use strict';
  var gone = false, printing = false, presses = 0, first = 0;

  function shown() {
    return Array.from(document.querySelectorAll('.leave')).find(function (a) { return a.getClientRects().length; });
  }

  function leave(link) {
    gone = document.body.hidden = true;
    document.title = '\u2003';
    document.querySelectorAll('textarea, input').forEach(function (field) { field.value = ''; field.checked = false; });
    location.replace(link.href);
  }

  function cover() {
    if (!printing && shown()) document.body.hidden = true;
  }

  function uncover() {
    if (!gone && !document.hidden) document.body.hidden = false;
  }

  addEventListener('click', function (e) {
    var link = e.target.closest && e.target.closest('.leave');
    if (!link) return;
    e.preventDefault();
    leave(link);
  });
  // What is written on a plan says whose page it is: from then on its title, in lists of windows and of files, says no more
  // than that it is a plan.
  addEventListener('input', function () {
    var link = shown();
    if (link && link.dataset.title) document.title = link.dataset.title;
  });
  addEventListener('keydown', function (e) {
    if (e.repeat) return;
    if (e.key !== 'Shift' || e.timeStamp - first > 5000) presses = 0; // a capital letter ends the count
    if (e.key !== 'Shift') return;
    if (!presses++) first = e.timeStamp;
    var link = presses === 3 && shown();
    if (link) leave(link);
  });
  document.addEventListener('visibilitychange', function () { if (document.hidden) cover(); else uncover(); });
  addEventListener('pagehide', cover);
  addEventListener('pageshow', uncover);
  // On a phone the window for printing lies in front of the page that it prints.
  addEventListener('beforeprint', function () { printing = true; });
  addEventListener('afterprint', function () { printing = false; });
  psv.offer('leave', {});
})();
