import { useState, type ReactElement } from 'react';
import {
  delegationRoleNames,
  delegationRoles,
  type DelegationRole,
} from '../../shared/research/delegation.ts';
import type { RoleTimes } from '../../shared/research/settings.ts';
import { TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import type { ShownPeople } from './research-model.ts';
import { SettingForm } from './SettingForm.tsx';

const minutesAnHour = 60;

type RoleTime = NonNullable<RoleTimes[DelegationRole]>;

const nothing: RoleTime = { weeklyMinutes: null, fundedBy: null };

function cleaned(times: RoleTimes): RoleTimes {
  const entries = delegationRoles.flatMap((role) => {
    const time = times[role];
    if (time === undefined) return [];
    const fundedBy = time.fundedBy?.trim() ?? '';
    return [[role, { ...time, fundedBy: fundedBy === '' ? null : fundedBy }] as const];
  });
  return Object.fromEntries(entries);
}

/** Hours a week for each role and who pays for them, from a day on; empty is not known. */
export function RoleTimeForm({ shown }: { readonly shown: ShownPeople }): ReactElement {
  const [times, setTimes] = useState<RoleTimes>(shown.roleTime?.value ?? {});
  const change = (role: DelegationRole, patch: Partial<RoleTime>): void =>
    setTimes({ ...times, [role]: { ...(times[role] ?? nothing), ...patch } });
  return (
    <SettingForm
      shown={shown}
      kind="role-time"
      settle={(dated) => ({ ...dated, kind: 'role-time', value: cleaned(times) })}
    >
      {delegationRoles.map((role) => {
        const { weeklyMinutes, fundedBy } = times[role] ?? nothing;
        return (
          <div key={role}>
            <NumberField
              label={`${delegationRoleNames[role]}: time`}
              unit="hours a week"
              value={weeklyMinutes === null ? null : weeklyMinutes / minutesAnHour}
              min={0}
              max={50}
              step={0.25}
              buttons={false}
              onChange={(hours) => change(role, { weeklyMinutes: Math.round(hours * minutesAnHour) })}
              onEmpty={() => change(role, { weeklyMinutes: null })}
            />
            <TextField
              label={`${delegationRoleNames[role]}: funded by`}
              value={fundedBy ?? ''}
              onChange={(text) => change(role, { fundedBy: text })}
            />
          </div>
        );
      })}
    </SettingForm>
  );
}
