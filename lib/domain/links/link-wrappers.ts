/** Redirectors that carry their target, in one of `parameters`. */
export type LinkWrapper = { host: RegExp; path: RegExp; parameters: string[] };

export const linkWrappers: LinkWrapper[] = [
  { host: /^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^(l|lm)\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^l\.(instagram|threads)\.com$/, path: /^\/$/, parameters: ['u'] },
  { host: /^((www|[a-z]{2})\.)?linkedin\.com$/, path: /^\/(redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^statics\.teams\.cdn\.office\.net$/, path: /^\/evergreen-assets\/safelinks\//, parameters: ['url'] },
  { host: /^((www|m)\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(www\.)?duckduckgo\.com$/, path: /^\/l\/$/, parameters: ['uddg'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^go\.bsky\.app$/, path: /^\/redirect$/, parameters: ['u'] },
  { host: /^exit\.sc$/, path: /^\//, parameters: ['url'] },
  { host: /^(www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, parameters: ['url'] },
  { host: /^(www\.)?vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
];
