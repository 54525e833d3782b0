import './Icon.css';

/**
 * Relais' own icons: 24 units, one round stroke, no fill. Each entry is the data of one path, so that
 * the whole set costs the first screen about a kilobyte.
 */
const paths = {
  share: 'M12 15V4m0 0L8 8m4-4 4 4M5 13v4.5A2.5 2.5 0 0 0 7.5 20h9a2.5 2.5 0 0 0 2.5-2.5V13',
  spot: 'M12 2.5v4m0 11v4M2.5 12h4m11 0h4M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14m0 5.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  lock: 'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11M8 11V8a4 4 0 0 1 8 0v3',
  globe:
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17m0 0c2.5 2.5 3.5 5.5 3.5 8.5s-1 6-3.5 8.5m0-17c-2.5 2.5-3.5 5.5-3.5 8.5s1 6 3.5 8.5M3.5 12h17',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m4.7 11.2L20 20',
  settings:
    'M4 7.5h8m5 0h3M4 16.5h3m5 0h8M14.5 5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5m-5 9a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  'arrow-left': 'M19 12H5m0 0 6-6m-6 6 6 6',
  key: 'M8 12.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m2.5 1L18.5 5.5m-3 3 2.5 2.5',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-up': 'm6 14.5 6-6 6 6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  external: 'M13.5 4.5h6v6m0-6-8.5 8.5M10 5.5H6.5A2 2 0 0 0 4.5 7.5v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V14',
  copy: 'M10.5 8.5h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2M15.5 8.5v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9m0-4.5V9H15',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  download: 'M12 4v11m0 0 4-4m-4 4-4-4M5 16.5v1A2.5 2.5 0 0 0 7.5 20h9a2.5 2.5 0 0 0 2.5-2.5v-1',
  plus: 'M12 5v14M5 12h14',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5m0 2.7v.01',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11.5v4.5m0-8v.01',
  pin: 'M9 4h6l-.6 5.5 3.1 3.5v1.5h-11V13l3.1-3.5zM12 14.5V20',
  calendar:
    'M6 5.5h12a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V7A1.5 1.5 0 0 1 6 5.5M4.5 10h15M8.5 3.5v4m7-4v4',
  trash:
    'M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12M10 10.5v5.5m4-5.5v5.5',
  undo: 'M8.5 5 4.5 9l4 4m-4-4H14a5.5 5.5 0 0 1 0 11h-4',
  user: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20c.7-3.5 3.5-5.5 7.5-5.5s6.8 2 7.5 5.5',
  users:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 19.5c.5-3.2 2.8-5 6.5-5s6 1.8 6.5 5M15.5 5.2a3.5 3.5 0 0 1 0 6.6m2 3c2.3.7 3.6 2.3 4 4.7',
  chart: 'M4.5 19.5h15M7 16v-4m5 4V6m5 10V9',
  book: 'M12 7c-1.8-1.6-4.3-2.2-8-2v13c3.7-.2 6.2.4 8 2 1.8-1.6 4.3-2.2 8-2V5c-3.7-.2-6.2.4-8 2m0 0v13',
  article: 'M5.5 4.5h13v15h-13zM8.5 8.5h7M8.5 12h7m-7 3.5h4',
  job: 'M5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18v-8A1.5 1.5 0 0 1 5 8.5m4 0v-3h6v3M3.5 13h17',
  video:
    'M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5M10 9.2v5.6l4.8-2.8z',
  poll: 'M5 6.5h14M5 12h9m-9 5.5h5',
  message:
    'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.8V16h-1A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5',
  engage:
    'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.8V16h-1A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5M12 7.8v5.4M9.3 10.5h5.4',
  offline: 'M3 3.5l18 17M5 12.5a10 10 0 0 1 4-2.3m4.5-.1a10 10 0 0 1 5.5 2.4M8.5 16a5 5 0 0 1 6-.6M12 19.5v.01',
} as const;

export type IconName = keyof typeof paths;

/** Decoration: the words beside it, or the label of its button, say what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="r-icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
