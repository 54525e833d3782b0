/** The little of Chromium's own interface that the bench and the pictures call inside a page; the extension itself uses the polyfill. */
declare const chrome: {
  storage: {
    local: {
      get: (key: string) => Promise<{ firstScreen?: { screen?: { cards?: unknown[] } } }>;
      set: (values: Record<string, unknown>) => Promise<void>;
    };
    session: { remove: (key: string) => Promise<void> };
  };
};
