/** The little of Chromium's own interface that the bench calls inside a page; the extension itself uses the polyfill. */
declare const chrome: {
  storage: {
    local: {
      get: (key: string) => Promise<{ firstScreen?: { screen?: { cards?: unknown[] } } }>;
      set: (values: Record<string, unknown>) => Promise<void>;
    };
  };
};
