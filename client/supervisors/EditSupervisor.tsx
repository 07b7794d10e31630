import { useState, type ReactElement } from 'react';
import { SelectField } from '../components/fields.tsx';
import { SupervisorForm } from './SupervisorForm.tsx';
import type { ShownSupervisors } from './supervisors-model.ts';

/** One of the supervisors, to be changed; another version of them is another form. */
export function EditSupervisor({ shown }: { readonly shown: ShownSupervisors }): ReactElement {
  const [chosen, setChosen] = useState('');
  const supervisor = shown.supervisors.find(({ id }) => id === chosen);
  const options = [
    { value: '', label: 'Choose a supervisor' },
    ...shown.supervisors.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <SelectField label="Supervisor to change" value={chosen} options={options} onChange={setChosen} />
      {supervisor === undefined ? null : (
        <SupervisorForm
          key={`${supervisor.id} ${supervisor.version}`}
          supervisor={supervisor}
          from={shown.dataCut}
        />
      )}
    </>
  );
}
