import type { TestServer } from './server.ts';

/** Teams of ten nurses each, and learners spread over them with a study day a week, from this autumn and the next two. */
export async function fillTrust(
  server: Pick<TestServer, 'trusts' | 'asApp'>,
  teams: number,
  learners: number,
): Promise<void> {
  const { id } = server.trusts.a;
  const run = (text: string, values: unknown[] = []) => server.asApp({ trustId: id }, text, values);
  await run(
    `insert into team (trust_id, id, name, division, type, planned_minimum_minutes, cover_band, study_headroom_minutes)
     select $1, gen_random_uuid(), 'Ward ' || n, 'Division ' || n % 6, 'rostered-round-the-clock', 12000, '5', 60
     from generate_series(1, $2::int) n`,
    [id, teams],
  );
  await run(
    `insert into team_source (trust_id, team_id, kind, code, rank) select trust_id, id, 'org', name, 1 from team`,
  );
  await run(
    `insert into person (trust_id, id, employee_number, last_name, first_name)
     select $1, gen_random_uuid(), n::text, 'Example', 'Person ' || n from generate_series(1, $2::int) n`,
    [id, teams * 10],
  );
  await run(
    `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
       contracted_hours_x100, org_l4, org_l7, cost_centre, start_date, valid_from)
     select trust_id, gen_random_uuid(), id, employee_number || '-1', 'Nursing and Midwifery Registered', 'Staff Nurse',
       'XR05', 100000, 3750, 'Trust', 'Ward ' || (employee_number::int % $1::int + 1), 'CC' || employee_number::int % 40,
       '2020-01-01', '2020-01-01' from person`,
    [teams],
  );
  await run(
    `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, status,
       status_date, weekly_release_minutes, release_days)
     select trust_id, gen_random_uuid(), id, 'framework', 'kings', 'pgcert',
       (array['2026-09', '2027-09', '2028-09'])[employee_number::int % 3 + 1], 'made-up', 'offered', '2026-09-01', 450,
       ('[{"weekday": ' || employee_number::int % 5 + 1 || ', "minutes": 450}]')::jsonb
     from person where employee_number::int <= $1::int`,
    [learners],
  );
}
