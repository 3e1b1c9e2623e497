// In a file with many pages, for browsers that cannot tell by style alone which page holds the part that an address
// names (Chrome before 105).
(function () {
  'use strict';
  if (!document.querySelector('.single') || CSS.supports('selector(:has(*))')) return;
  function show() {
    var id = decodeURIComponent(location.hash.slice(1)) ;
    var part = document.getElementById(id) || document.querySelector('.p');
    var page = part.closest('.p');
    if (!page) return; // the end of the file
    document.querySelectorAll('.p.on').forEach(function (other) { other.classList.remove('on'); });
    page.classList.add('on');
    document.documentElement.classList.add('one');
    part.scrollIntoView();
  }
  addEventListener('hashchange', show);
  show();
})();
