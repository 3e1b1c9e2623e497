// The worker that undoes the other: put in place of sw.js, it deletes all that the site has kept on phones, and itself.
// Tabs that are open go on with what they show, and come from the network when they are next opened.
'use strict';

oninstall = () => skipWaiting();
onactivate = (e) => e.waitUntil((async () => {
  const own = 'psv ' + registration.scope;
  for (const name of await caches.keys()) if (name === own || name.startsWith(own + ' ')) await caches.delete(name);
  await registration.unregister();
})());
