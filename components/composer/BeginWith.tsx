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
        />
      )}
    </div>
  );
}
