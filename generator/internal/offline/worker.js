// The service worker. Before it, in sw.js, stands its list: `list`, made by package offline.
//
// One cache is one version of the site, named by the hashes of all its files. A file gets in only when its SHA-256 is
// that of the list, and nothing is answered from a version until all that the reader chose of it is there. A version
// that was left unfinished goes on where it stopped.
(function () {
  'use strict';

  const scope = registration.scope;
  const settings = 'psv ' + scope; // the cache of what the reader chose; those of versions begin so too
  const mine = settings + ' ' + list.id;
  const files = {}; // address: [hash, group]
  for (const group in list.groups) {
    for (const line of list.groups[group].split(',')) {
      const [path, hash] = line.split(' ');
      files[scope + path] = [hash, group];
    }
  }

  // Tabs that were opened with the version before and have not reloaded yet are still answered from it.
  let former;
  const before = new Set();

  const bare = (url) => url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');
  const versions = async () => (await caches.keys()).filter((name) => name.startsWith(settings + ' '));

  async function setting(name) {
    const kept = await caches.match(scope + name, { cacheName: settings });
    return kept ? kept.json() : {};
  }

  async function tell(message) {
    for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
  }

  // The generator hashes a file with its length, in eight bytes, before it.
  async function whole(url, bytes) {
    const all = new Uint8Array(bytes.byteLength + 8);
    new DataView(all.buffer).setUint32(4, bytes.byteLength);
    all.set(new Uint8Array(bytes), 8);
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', all), 0, 9);
    return files[url][0] === btoa(String.fromCharCode(...sum));
  }

  async function wanted() {
    const { groups = [] } = await setting('keep');
    return Object.keys(files).filter((url) => !files[url][1] || groups.includes(files[url][1]));
  }

  // fill makes the version whole: what the reader chose and is not there yet is taken from another version that has the
  // same bytes, else from the network. With check, what is there is looked at again.
  async function fill(check) {
    const cache = await caches.open(mine);
    const others = await Promise.all((await versions()).filter((name) => name !== mine).map((name) => caches.open(name)));
    const queue = await wanted();
    const total = queue.length;
    let done = 0, damaged = 0;
    for (const { url } of await cache.keys()) if (!queue.includes(url)) await cache.delete(url);

    async function get(url) {
      const kept = await cache.match(url);
      if (kept && (!check || await whole(url, await kept.arrayBuffer()))) return;
      for (const other of others) {
        const same = await other.match(url);
        if (same && await whole(url, await same.clone().arrayBuffer())) return cache.put(url, same);
      }
      if (kept) await cache.delete(url);
      for (const mode of ['no-cache', 'reload']) { // the second does not ask the browser's own store, which may hold damage
        const answer = await fetch(url, { cache: mode });
        const bytes = await answer.arrayBuffer();
        if (answer.ok && await whole(url, bytes)) {
          return cache.put(url, new Response(bytes, { headers: { 'Content-Type': answer.headers.get('Content-Type') } }));
        }
      }
      throw url;
    }
    async function work() {
      for (let url; (url = queue.shift());) {
        try {
          await get(url);
          done++;
        } catch (why) {
          if (why === url) damaged++;
          else queue.length = 0; // no network: the rest would fail too
        }
        await tell({ done, total, damaged });
      }
    }
    await Promise.all([work(), work(), work(), work()]);
    await tell({ done, total, damaged, end: true });
    if (done < total) throw 0;
  }

  oninstall = (e) => e.waitUntil((async () => {
    const keep = await setting('keep');
    // Who saves data is asked first: the page notes when the reader said yes.
    if (navigator.connection?.saveData && !(Date.now() - keep.asked < 864e5)) throw 0;
    await fill();
  })());

  async function sweep() {
    for (const name of await versions()) if (name !== mine) await caches.delete(name);
  }

  onactivate = (e) => e.waitUntil((async () => {
    former = (await setting('version')).cache;
    await (await caches.open(settings)).put(scope + 'version', new Response(JSON.stringify({ cache: mine })));
    for (const client of await clients.matchAll()) before.add(client.id);
    if (!before.size) await sweep();
  })());

  async function answer({ request, clientId }, url) {
    const page = request.mode === 'navigate';
    if (page && before.size && !(await clients.matchAll()).some((client) => before.has(client.id))) {
      before.clear();
      await sweep();
    }
    const cacheName = before.has(clientId) && !page ? former : mine;
    const find = (address) => caches.match(address, { cacheName });
    // What a page from the network needs comes from the network too: the versions are not mixed.
    const from = !page && request.referrer.startsWith(scope) && bare(request.referrer);
    const kept = (!from || await find(from)) && await find(url);
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (why) {
      const { groups = [] } = await setting('keep');
      for (const group of [url.slice(scope.length).split('/')[0], ...groups]) {
        const share = scope + group + '/share.html';
        if (page && await find(share)) return Response.redirect(share + '#page.missing');
      }
      throw why;
    }
  }

  onfetch = (e) => {
    const url = bare(e.request.url);
    if (e.request.method === 'GET' && url.startsWith(scope)) e.respondWith(answer(e, url));
  };

  onmessage = (e) => e.waitUntil((async () => {
    const { want, check } = e.data;
    if (want === 'go') await skipWaiting();
    if (want === 'fill') await fill(check).catch(() => {});
    if (want === 'state') e.source.postMessage({ cache: mine, list });
  })());
})();
