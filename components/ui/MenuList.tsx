import { useEffect, useRef } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { Icon, type IconName } from './Icon.tsx';
import { NetworkMark } from './NetworkMark.tsx';
import './MenuList.css';

/** Before its words an icon, or the sign of a network. */
export type MenuItem = { label: string; onSelect: () => void } & (
  | { icon: IconName; network?: undefined }
  | { network: NetworkId; icon?: undefined }
);

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

type MenuListProps = {
  label: string;
  items: MenuItem[];
  /** The button that opened it: a press on it is its own affair, and the focus goes back to it. */
  opener: () => HTMLElement | null | undefined;
  onClose: () => void;
  style?: Record<string, string>;
};

/** An open menu: arrows move, Escape, Tab and a press elsewhere close. */
export function MenuList({ label, items, opener, onClose, style }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    stops()[0]?.focus();
    const onPointer = ({ target }: Event) => {
      if (!list.current?.contains(target as Node) && !opener()?.contains(target as Node)) close.current();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
    // Other words are another menu in the same place.
  }, [items.map((item) => item.label).join()]);

  const leave = () => {
    onClose();
    opener()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Escape closes a toolbar popup as a whole unless it was used for something.
      event.preventDefault();
      leave();
    }
    if (event.key === 'Tab') onClose();
    const all = stops();
    const next = all[moves[event.key]?.(all.indexOf(event.target as HTMLElement), all.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      class="r-menu-list"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      style={style}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          class="r-menu-item"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            leave();
            item.onSelect();
          }}
        >
          {item.network === undefined ? <Icon name={item.icon} size={16} /> : <NetworkMark network={item.network} />}
          {item.label}
        </button>
      ))}
    </div>
  );
}
