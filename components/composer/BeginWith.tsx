import { useRef, useState } from 'preact/hooks';
import { beginWith } from '../../lib/domain/openings.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuList } from '../ui/MenuList.tsx';
import { replaceRange } from './replace-range.ts';

const openings = () => ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((number) => t(`composer_opening_${number}`));

/** Ways to begin, each with a blank that is selected for typing. */
export function BeginWith({ areaRef }: { areaRef: { current: HTMLTextAreaElement | null } }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const begin = (opening: string) => {
    const area = areaRef.current;
    if (area === null) return;
    const { text, start, end } = beginWith(opening, area.value, openings());
    replaceRange(area, 0, area.value.length, text);
    area.setSelectionRange(start, end);
  };
  return (
    <div class="composer-begin" ref={button}>
      <Button
        variant="quiet"
        icon={<Icon name="pencil" size={16} />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('composer_begin')}
      </Button>
      {isOpen && (
        <MenuList
          label={t('composer_begin_menu')}
          items={openings().map((label) => ({ label, icon: 'message', onSelect: () => begin(label) }))}
          opener={() => button.current?.querySelector('button')}
          onClose={() => setOpen(false)}
          style={placeBeside(button.current)}
        />
      )}
    </div>
  );
}

/** Above or below the button, where more of it is seen; the footer and the header stay in sight. */
function placeBeside(button: HTMLElement | null): Record<string, string> {
  if (button === null) return {};
  const { top, bottom, left } = button.getBoundingClientRect();
  const room = { below: innerHeight - bottom - 12, above: top - 12 };
  const across = { left: `${Math.max(8, left)}px`, right: '8px', maxWidth: '420px' };
  return room.below >= room.above
    ? { ...across, top: `${bottom + 4}px`, maxHeight: `${room.below}px` }
    : { ...across, bottom: `${innerHeight - top + 4}px`, maxHeight: `${room.above}px` };
}
