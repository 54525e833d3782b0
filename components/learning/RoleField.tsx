import { useId } from 'preact/hooks';
import type { Role } from '../../lib/domain/role.ts';
import { roles } from '../../lib/domain/role-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import '../ui/Field.css';

type RoleFieldProps = { role: Role | null; onChange: (role: Role | null) => void };

/** What one does in the company, if one cares to say. */
export function RoleField({ role, onChange }: RoleFieldProps) {
  const id = useId();
  return (
    <div class="r-field">
      <label class="r-label" for={id}>
        {t('guidelines_role')}
      </label>
      <select
        id={id}
        class="r-input"
        value={role ?? ''}
        onChange={({ currentTarget }) => onChange(roles.find((known) => known === currentTarget.value) ?? null)}
      >
        <option value="">{t('guidelines_role_none')}</option>
        {roles.map((known) => (
          <option key={known} value={known}>
            {t(`role_${known}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
