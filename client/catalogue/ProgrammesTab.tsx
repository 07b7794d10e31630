import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { employerBenefits, employerSupport } from '../../shared/programmes/employer-part.ts';
import { stageNames, stages } from '../../shared/programmes/stages.ts';
import { courses, universities } from '../../shared/programmes/universities.ts';
import { SelectField } from '../components/fields.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import type { ShownCatalogue } from './catalogue-model.ts';
import { CourseFees } from './CourseFees.tsx';
import { CourseModules } from './CourseModules.tsx';
import { CourseWeeks } from './CourseWeeks.tsx';
import { StagesTable } from './StagesTable.tsx';
import { UniversitiesTable } from './UniversitiesTable.tsx';

const route = getRouteApi('/house/catalogue');
const universityOptions = universities.map((value) => ({ value, label: courses[value].name }));
const stageOptions = stages.map((value) => ({ value, label: stageNames[value] }));

/** Three stages, four universities, and one course of one of them in full. */
export function ProgrammesTab({ shown }: { readonly shown: ShownCatalogue }): ReactElement {
  const { university, stage } = route.useSearch();
  const navigate = route.useNavigate();
  const course = { university, stage };
  const choose = (patch: Partial<typeof course>): void =>
    void navigate({ search: (search) => ({ ...search, ...patch }), replace: true });
  return (
    <>
      <Section title="Three stages">
        <StagesTable />
      </Section>
      <Section title="Four universities">
        <UniversitiesTable shown={shown} stage={stage} />
      </Section>
      <Section title={`${stageNames[stage]} at ${courses[university].name}`}>
        <div className="pt-row-form pt-no-print">
          <SelectField
            label="University"
            value={university}
            options={universityOptions}
            onChange={(value) => choose({ university: value })}
          />
          <SelectField
            label="Stage"
            value={stage}
            options={stageOptions}
            onChange={(value) => choose({ stage: value })}
          />
        </div>
        <CourseWeeks shown={shown} course={course} />
        <CourseModules shown={shown} course={course} />
        <CourseFees shown={shown} course={course} />
      </Section>
      <Section title="The employer’s part">
        <EmployerPart />
      </Section>
    </>
  );
}

function EmployerPart(): ReactElement {
  return (
    <>
      <DataTable
        caption="What the employer gets"
        rows={employerBenefits}
        rowKey={({ key }) => key}
        csvName="employer-benefits.csv"
        columns={[
          { key: 'benefit', label: 'Benefit', value: ({ benefit }) => benefit },
          { key: 'here', label: 'Where it shows here', value: ({ here }) => here },
        ]}
      />
      <DataTable
        caption="What the employer gives"
        rows={employerSupport}
        rowKey={({ key }) => key}
        csvName="employer-support.csv"
        columns={[
          { key: 'support', label: 'Support', value: ({ support }) => support },
          { key: 'here', label: 'Where it is kept here', value: ({ here }) => here },
        ]}
      />
    </>
  );
}
