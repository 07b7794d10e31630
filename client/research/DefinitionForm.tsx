import { useState, type ReactElement } from 'react';
import { delegationRoleNames, delegationRoles } from '../../shared/research/delegation.ts';
import { CheckboxGroup } from '../components/CheckboxGroup.tsx';
import { ChoiceField, TextField } from '../components/fields.tsx';
import { definitionOf } from './people-words.ts';
import type { ShownPeople } from './research-model.ts';
import { SettingForm } from './SettingForm.tsx';

const learnerOptions = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

/** Who counts as research-active from a day on. */
export function DefinitionForm({ shown }: { readonly shown: ShownPeople }): ReactElement {
  const known = definitionOf(shown);
  const [roles, setRoles] = useState(known.roles);
  const [countsLearners, setCountsLearners] = useState(known.countsLearners);
  const [note, setNote] = useState(known.note);
  return (
    <SettingForm
      shown={shown}
      kind="headcount-definition"
      settle={(dated) =>
        roles.length === 0
          ? 'Choose at least one role'
          : { ...dated, kind: 'headcount-definition', value: { roles: [...roles], countsLearners, note } }
      }
    >
      <CheckboxGroup
        legend="Roles that count"
        hint="On a delegation log in force"
        options={delegationRoles.map((role) => delegationRoleNames[role])}
        chosen={roles.map((role) => delegationRoleNames[role])}
        onChange={(names) =>
          setRoles(delegationRoles.filter((role) => names.includes(delegationRoleNames[role])))
        }
      />
      <ChoiceField
        legend="People studying on the learner register count too"
        value={countsLearners ? 'yes' : 'no'}
        options={learnerOptions}
        onChange={(value) => setCountsLearners(value === 'yes')}
      />
      <TextField label="Why so" value={note} onChange={setNote} />
    </SettingForm>
  );
}
