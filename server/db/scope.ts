import { sql, type Transaction } from 'kysely';
import type { Scope } from '../../shared/access/scope.ts';
import type { Tables } from './schema.ts';

/**
 * Names, for the rest of the transaction, the rows that somebody limited to divisions or to one person may see; the
 * policies called `scope` show no others. Asked once in a transaction, while it still sees the whole trust.
 *
 * An assignment belongs to the team that `teamFinder` of shared/teams finds (roster units are in no staff file), and a
 * learner to the team of the post with most hours, as in `teamsOfPeople`: so what a division shows is exactly its part
 * of what the whole trust shows. A person's own rows include every post ever held; of a team, only the present one's.
 */
export async function applyScope(tx: Transaction<Tables>, trustId: string, scope: Scope): Promise<void> {
  if (scope.kind === 'trust') return;
  const divisions = scope.kind === 'divisions' ? [...scope.divisions] : [];
  const personId = scope.kind === 'person' ? scope.personId : null;
  await sql`
    with post as (
      select a.id, a.person_id, a.superseded_at is null as held, a.contracted_hours_x100 as hours, a.assignment_number,
        a.start_date <= t.data_cut and coalesce(a.leaving_date >= t.data_cut, true) as in_post,
        array[a.org_l7, a.org_l6, a.org_l5, a.org_l4] as orgs, a.cost_centre
      from assignment a join trust t on t.trust_id = a.trust_id
      where a.trust_id = ${trustId} and (${scope.kind} = 'divisions' or a.person_id = ${personId}::uuid)
    ), code as (
      select kind, code, btrim(regexp_replace(lower(normalize(code, nfc)), '\\s+', ' ', 'g')) as folded
      from (select 'org' as kind, unnest(orgs) as code from post union select 'cost-centre', cost_centre from post) every
    ), source as (
      select distinct on (s.kind, folded) s.kind, s.team_id,
        btrim(regexp_replace(lower(normalize(s.code, nfc)), '\\s+', ' ', 'g')) as folded
      from team_source s join team t on t.trust_id = s.trust_id and t.id = s.team_id
      where s.trust_id = ${trustId} and t.ended_at is null
      order by s.kind, folded, s.rank, s.team_id
    ), team_of as (
      select c.kind, c.code, s.team_id from code c join source s on s.kind = c.kind and s.folded = c.folded
    ), placed as (
      select p.*, coalesce(l7.team_id, l6.team_id, l5.team_id, l4.team_id, cc.team_id) as team_id
      from post p
      left join team_of l7 on l7.kind = 'org' and l7.code = p.orgs[1]
      left join team_of l6 on l6.kind = 'org' and l6.code = p.orgs[2]
      left join team_of l5 on l5.kind = 'org' and l5.code = p.orgs[3]
      left join team_of l4 on l4.kind = 'org' and l4.code = p.orgs[4]
      left join team_of cc on cc.kind = 'cost-centre' and cc.code = p.cost_centre
    ), home as (
      select distinct on (person_id) person_id, team_id from placed where held and team_id is not null
      order by person_id, in_post desc, hours desc, assignment_number
    ), seen_team as (
      select id from team where trust_id = ${trustId} and (division = any(${divisions}::text[])
        or (${scope.kind} = 'person' and id in (select team_id from home)))
    ), seen_post as (
      select id, person_id, held from placed
      where ${scope.kind} = 'person' or team_id in (select id from seen_team)
    ), seen_learner as (
      select ${personId}::uuid as person_id where ${scope.kind} = 'person'
      union select person_id from home where ${scope.kind} = 'divisions' and team_id in (select id from seen_team)
    ), seen_person as (
      select person_id from seen_learner union select person_id from seen_post where held
    ), named as (
      select (select string_agg(id::text, ',') from seen_team) as teams,
        (select string_agg(id::text, ',') from seen_post) as posts,
        (select string_agg(person_id::text, ',') from seen_person) as people,
        (select string_agg(person_id::text, ',') from seen_learner) as learners
      offset 0
    )
    select set_config('app.team_ids', coalesce(teams, ''), true),
      set_config('app.assignment_ids', coalesce(posts, ''), true),
      set_config('app.person_ids', coalesce(people, ''), true),
      set_config('app.learner_person_ids', coalesce(learners, ''), true)
    from named`.execute(tx);
  await sql`select set_config('app.scope', ${scope.kind}, true)`.execute(tx);
}
