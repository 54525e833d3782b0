// The idle worker that every floor has: it exists, and does nothing.
chrome.runtime.onMessage.addListener(() => undefined);
