import { useState, type ReactElement } from 'react';
import { SelectField } from '../components/fields.tsx';
import type { ListedUser } from './access-words.ts';
import { AccessForm } from './AccessForm.tsx';

type EditAccessProps = { readonly users: readonly ListedUser[]; readonly divisions: readonly string[] };

/** One of the others, to be changed: nobody changes their own access. Another version of them is another form. */
export function EditAccess({ users, divisions }: EditAccessProps): ReactElement {
  const [chosen, setChosen] = useState('');
  const others = users.filter(({ self }) => !self);
  const user = others.find(({ id }) => id === chosen);
  const options = [
    { value: '', label: 'Choose a person' },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <SelectField
        label="Person to change"
        hint="Your own access is for another administrator to change."
        value={chosen}
        options={options}
        onChange={setChosen}
      />
      {user === undefined ? null : (
        <AccessForm key={`${user.id} ${user.version}`} user={user} divisions={divisions} />
      )}
    </>
  );
}
