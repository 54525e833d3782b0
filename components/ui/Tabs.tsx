import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import './Tabs.css';

export type Tab<Id extends string> = {
  id: Id;
  label: string;
  /** A count beside the label, with the words that a screen reader adds to it. */
  badge?: { text: string; label: string };
};

type TabsProps<Id extends string> = {
  label: string;
  /** Shared with the panels: ids in the document are `<name>-tab-<id>` and `<name>-panel-<id>`. */
  name: string;
  tabs: Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
};

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** ARIA tabs with automatic activation: one tab stop, arrows move and select. */
export function Tabs<Id extends string>({ label, name, tabs, selected, onSelect }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[moves[event.key]?.(at, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#${name}-tab-${next.id}`)?.focus();
  };
  return (
    <div class="r-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          class="r-tab"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `${name}-panel-${tab.id}` : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {/* The space keeps the label and the count apart when they are read out. */}
          {tab.label}{' '}
          {tab.badge && (
            <span class="r-tab-badge">
              <span aria-hidden="true">{tab.badge.text}</span>
              <span class="r-hidden">{tab.badge.label}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

type TabPanelProps = { name: string; id: string; class?: string; children: ComponentChildren };

/** The panel of the selected tab. */
export function TabPanel({ name, id, class: extra, children }: TabPanelProps) {
  return (
    <div
      class={['r-tab-panel', extra].filter(Boolean).join(' ')}
      role="tabpanel"
      id={`${name}-panel-${id}`}
      aria-labelledby={`${name}-tab-${id}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reached by keyboard -- nothing in it may take the focus
      tabIndex={0}
    >
      {children}
    </div>
  );
}
