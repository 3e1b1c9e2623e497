// The service worker. Before it, in sw.js, stands its list: `list`, made by package offline.
//
// One cache is one version of the site, named by the hashes of all its files. A file gets in only when its SHA-256 is
// that of the list, and nothing is answered from a version until all that the reader chose of it is there. A version
// that was left unfinished goes on where it stopped.
(() => {
  const scope = registration.scope;
  const settings = 'psv ' + scope; // the cache of what the reader chose; those of versions begin so too
  const mine = settings + ' ' + list.id;
  const files = {}; // address: [hash, group]
  for (const group in list.groups) {
    list.groups[group].replace(/([^, ]+) ([^,]+)/g, (line, path, hash) => files[scope + path] = [hash, group]);
  }

  // Tabs that were opened with the version before and have not reloaded yet are still answered from it.
  let former, before = [];

  const bare = (url) => url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');
  const versions = async () => (await caches.keys()).filter((name) => name.startsWith(settings + ' '));

  const find = (cacheName, url) => caches.match(url, { cacheName });

  // What the reader chose, and when; keep.js writes it.
  const choice = async () => (await find(settings, scope + 'keep')).json();

  async function whole(url, answer) {
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer()), 0, 9);
    return files[url][0] === btoa(String.fromCharCode(...sum));
  }

  // fill makes the version whole: what the reader chose and is not there yet is taken from another version that has the
  // same bytes, else from the network. With check, what is there is looked at again.
  async function fill(check) {
    const cache = await caches.open(mine);
    const names = (await versions()).reverse(); // ours first, mostly: it is the newest
    const groups = ['', ...(await choice()).groups];
    const queue = Object.keys(files).filter((url) => groups.includes(files[url][1]));
    const total = queue.length;
    let done = 0, damaged = 0;
    async function say(end) {
      for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage({ done, total, damaged, end });
    }
    for (const { url } of await cache.keys()) if (!queue.includes(url)) await cache.delete(url);

    async function get(url) {
      for (const name of names) {
        const kept = await find(name, url);
        const ours = name === mine;
        if (kept && (ours && !check || await whole(url, kept))) return ours || cache.put(url, kept);
      }
      await cache.delete(url);
      for (const mode of ['no-cache', 'reload']) { // the second does not ask the browser's own store, which may hold damage
        const answer = await fetch(url, { cache: mode });
        // Made anew, since an answer that was sent on from another address may not stand for a page.
        if (await whole(url, answer)) return cache.put(url, new Response(answer.body, answer));
      }
      throw 0;
    }
    async function work() {
      for (let url; (url = queue.shift());) {
        try {
          await get(url);
          done++;
        } catch (why) {
          if (why) queue.length = 0; // no network: the rest would fail too
          else damaged++;
        }
        await say();
      }
    }
    await Promise.all([1, 2, 3, 4].map(work));
    await say(true);
    if (done < total) throw 0;
  }

  const on = (event, run) => { self['on' + event] = (e) => e.waitUntil(run(e)); };

  on('install', async () => {
    // Who saves data is asked first: the page notes when the reader said yes.
    if (navigator.connection?.saveData && !(Date.now() - (await choice()).asked < 864e5)) throw 0;
    await fill();
  });

  const open = async () => (await clients.matchAll()).map((client) => client.id);

  // Versions stand in the order in which they came; one after ours is being made ready.
  async function sweep() {
    before = [];
    for (const name of await versions()) if (name === mine) break; else await caches.delete(name);
  }

  on('activate', async () => {
    former = (await versions())[0]; // the oldest: one that was left unfinished came after it
    before = await open();
    if (!before[0]) await sweep();
  });

  async function answer({ request, clientId }, url) {
    const page = request.mode === 'navigate';
    if (page && before[0] && !(await open()).some((id) => before.includes(id))) await sweep();
    const name = !page && before.includes(clientId) ? former : mine;
    // What a page from the network needs comes from the network too: the versions are not mixed.
    const from = !page && request.referrer.startsWith(scope) && bare(request.referrer);
    try {
      return (!from || await find(name, from)) && await find(name, url) || await fetch(request);
    } catch (why) {
      if (page) for (const group of [url.slice(scope.length).split('/')[0], ...(await choice()).groups]) {
        const share = scope + group + '/share.html';
        if (await find(name, share)) return Response.redirect(share + '#page.missing');
      }
      throw why;
    }
  }

  onfetch = (e) => {
    const url = bare(e.request.url);
    if (url.startsWith(scope)) e.respondWith(answer(e, url));
  };

  on('message', async ({ data, source }) => {
    if (data === 'go') skipWaiting();
    else if (data === 'state') source.postMessage({ cache: mine, list });
    else await fill(data === 'check');
  });
})();
