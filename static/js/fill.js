// Filling in a sheet before it is printed: the hospital's name, phone and logo, a list of names (a copy each), room for a
// letterhead, words of one's own; and a plan that is kept as a file of one's own and opened again.
//
// All of it is in memory. Nothing is stored, nothing is sent: the page's policy lets nothing out, and this script asks for
// no storage of any kind. What the bar looks like and says comes from js/fill.LANG.js, which the build writes.
(function () {
  'use strict';
  var bar, main, text, path, logo;

  function $(name) { return bar.querySelector('[name=' + name + ']'); }
  function say(name) { bar.querySelector('[role=status]').textContent = name ? bar.dataset[name] : ''; }
  function lines() { return Array.from(bar.querySelectorAll('[data-fills]')); }
  function blanks(e) { return Array.from(text.querySelectorAll('.blank')).filter(function (b) { return b.dataset.name === e.dataset.fills; }); }
  function fields() { return text.querySelectorAll('textarea, input[type=checkbox]'); }
  function names() {
    return $('names').value.split('\n').map(function (s) { return s.trim(); }).filter(Boolean);
  }

  function start(button) {
    psv.use('fill.' + document.documentElement.lang, function (html) {
      if (!bar) open(html);
      if (main !== button.closest('main')) settle(button);
      bar.hidden = false;
      $('hospital').focus();
    });
  }

  function open(html) {
    bar = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    if (psv.root) {
      var link = document.createElement('link'); // a single file has all styles already
      link.rel = 'stylesheet';
      link.href = psv.root + 'css/fill.css';
      document.head.append(link);
    }
    bar.addEventListener('input', shown);
    bar.addEventListener('change', choose);
    bar.addEventListener('click', press);
    addEventListener('beforeprint', copies);
    addEventListener('afterprint', drop);
    addEventListener('pagehide', clear);
  }

  // In a file with many pages the bar goes where it is asked for, blank.
  function settle(button) {
    if (main) clear();
    main = button.closest('main');
    text = main.querySelector('.text') || main;
    path = button.dataset.path;
    lines().forEach(function (e) { e.parentNode.hidden = e.dataset.on === 'sheet' && !blanks(e).length; });
    button.closest('.acts').after(bar);
    text.addEventListener('input', edited);
    text.addEventListener('paste', paste);
  }

  // Text that was changed says so for as long as the page is open.
  function edited(e) {
    if (!text.isContentEditable || /^(TEXTAREA|INPUT)$/.test(e.target.tagName) || main.querySelector('.changed')) return;
    var note = document.createElement('p');
    note.className = 'age changed';
    note.textContent = bar.dataset.changed;
    main.append(note);
  }

  // Text from elsewhere would bring styles along, which the page's policy blocks.
  function paste(e) {
    if (!text.isContentEditable) return;
    e.preventDefault();
    document.execCommand('insertText', false, e.clipboardData.getData('text/plain'));
  }

  // The blanks of the page take what is typed, as it is typed.
  function shown(e) {
    if (!e.target.dataset.fills) return;
    blanks(e.target).forEach(function (blank) { blank.textContent = e.target.value || '\u00a0'; });
  }

  function choose(e) {
    var file = e.target.files && e.target.files[0];
    say('');
    if (e.target.name === 'change') {
      text.contentEditable = e.target.checked;
      if (e.target.checked) text.focus();
    } else if (file && e.target.name === 'logo') {
      // A canvas, since the page's policy shows no picture from elsewhere.
      createImageBitmap(file).then(function (b) { logo = b; say('ready'); }, function () { logo = null; say('nopicture'); });
    } else if (file && e.target.name === 'mine') {
      file.text().then(take).catch(function () { say('notmine'); });
      e.target.value = '';
    }
  }

  function press(e) {
    var does = { print: function () { print(); }, save: save, close: function () { bar.hidden = true; }, clear: clear }[e.target.value];
    if (does && e.target.tagName === 'BUTTON') does();
  }

  // What stands above each copy: the letterhead's room, or logo, hospital and phone; then the name.
  function head(name) {
    var box = document.createElement('div');
    box.className = 'own';
    if ($('letterhead').checked) {
      box.classList.add('letterhead');
    } else {
      if (logo) {
        var canvas = document.createElement('canvas');
        canvas.width = logo.width;
        canvas.height = logo.height;
        canvas.getContext('2d').drawImage(logo, 0, 0);
        box.append(canvas);
      }
      [$('hospital').value, $('phone').value].forEach(line);
    }
    if (name) line(name);
    function line(s) {
      if (!s) return;
      var p = document.createElement('p');
      p.textContent = s;
      box.append(p);
    }
    return box;
  }

  function used() { return names().length || logo || $('letterhead').checked || $('hospital').value || $('phone').value; }

  // On paper the page is drawn anew, once for each name.
  function copies() {
    if (!used() || !main.getClientRects().length) return; // another page of the file is shown
    var list = document.createElement('div');
    list.id = 'page.copies';
    list.dir = main.dir;
    (names().length ? names() : ['']).forEach(function (name) {
      var copy = main.cloneNode(true);
      copy.querySelectorAll('.acts, .filler').forEach(function (e) { e.remove(); });
      copy.removeAttribute('id');
      copy.querySelectorAll('[id]:not(g)').forEach(function (e) { e.removeAttribute('id'); });
      var values = fields();
      (copy.querySelector('.text') || copy).querySelectorAll('textarea, input[type=checkbox]').forEach(function (e, i) {
        e.textContent = values[i].value;
        e.checked = values[i].checked;
      });
      copy.prepend(head(name));
      var age = (main.closest('.p') || document).querySelector('.foot .age');
      if (age) copy.append(age.cloneNode(true));
      list.append(copy);
    });
    document.body.append(list);
    document.documentElement.classList.add('copied');
  }

  function drop() {
    var list = document.getElementById('page.copies');
    if (list) list.remove();
    document.documentElement.classList.remove('copied');
  }

  // One's own file is a page that can be read anywhere; what opens it again here stands in it as JSON.
  function save() {
    var doc = document.implementation.createHTMLDocument(document.title);
    var mine = { path: path, fields: {} };
    lines().forEach(function (e) { mine[e.name] = e.value; });
    doc.documentElement.lang = document.documentElement.lang;
    doc.documentElement.dir = document.documentElement.dir;
    var charset = doc.createElement('meta');
    charset.setAttribute('charset', 'utf-8');
    doc.head.prepend(charset);
    put('h1', main.querySelector('h1').textContent);
    fields().forEach(function (e) {
      var value = e.type === 'checkbox' ? e.checked : e.value;
      mine.fields[e.id || 'tick.' + Array.prototype.indexOf.call(fields(), e)] = value;
      if (!value) return;
      put('h2', label(e));
      if (e.type !== 'checkbox') put('p', value);
    });
    var data = doc.createElement('script');
    data.type = 'application/json';
    data.id = 'mine';
    data.textContent = JSON.stringify(mine).replace(/</g, '\\u003c');
    doc.body.append(data);
    function put(tag, words) { doc.body.append(Object.assign(doc.createElement(tag), { textContent: words })); }
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['<!doctype html>\n', doc.documentElement.outerHTML], { type: 'text/html' }));
    link.download = bar.dataset.file + '.html';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    say('saved');
  }

  function label(e) {
    return (e.labels && e.labels[0] || e.parentElement).textContent.trim();
  }

  function take(html) {
    var mine = JSON.parse(new DOMParser().parseFromString(html, 'text/html').getElementById('mine').textContent);
    if (mine.path !== path) return say('other');
    lines().forEach(function (e) {
      e.value = mine[e.name] || '';
      shown({ target: e });
    });
    fields().forEach(function (e, i) {
      var value = mine.fields[e.id || 'tick.' + i];
      if (e.type === 'checkbox') e.checked = value === true;
      else e.value = typeof value === 'string' ? value : '';
    });
    say('opened');
  }

  // Leaving the page, and coming back to it out of the browser's memory, finds nothing.
  function clear() {
    bar.querySelectorAll('input, textarea').forEach(function (e) {
      if (e.type === 'checkbox') e.checked = false; else e.value = '';
    });
    fields().forEach(function (e) {
      if (e.type === 'checkbox') e.checked = false; else e.value = '';
    });
    logo = null;
    lines().forEach(function (e) { shown({ target: e }); });
    text.contentEditable = false;
    say('');
  }

  psv.offer('fill', { start: start });
})();
