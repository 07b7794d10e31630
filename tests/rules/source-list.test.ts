import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { awards } from '../../shared/programmes/awards.ts';
import { credentials, credentialTypes } from '../../shared/programmes/credentials.ts';
import { employerBenefits, employerSupport } from '../../shared/programmes/employer-part.ts';
import { fundingSources } from '../../shared/programmes/funding-sources.ts';
import { frameworkContacts, networkServices } from '../../shared/programmes/network-contact.ts';
import { stageFactsOn } from '../../shared/programmes/stage-facts.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { universities } from '../../shared/programmes/universities.ts';
import { specialtiesOn } from '../../shared/research/specialties.ts';
import { sourceList, type Place } from './source-list.ts';

const day = asPlainDate('2026-11-21');

/** Facts of a stage that hold something: 'pgcert.credits'. */
const facts = stages.flatMap((stage) =>
  Object.entries(stageFactsOn(stage, day, publishedParameters)).flatMap(([key, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [`${stage}.${key}`],
  ),
);

const held: Readonly<Record<string, readonly (string | null)[]>> = {
  university: universities,
  stage: stages,
  fact: facts,
  award: awards.map(({ key }) => key),
  credential: credentials.map(({ key }) => key),
  type: credentialTypes,
  specialty: specialtiesOn(day).names,
  service: networkServices.map(({ service }) => service),
  benefit: employerBenefits.map(({ key }) => key),
  support: employerSupport.map(({ key }) => key),
  contact: frameworkContacts.map(({ email }) => email),
  funding: fundingSources.map(({ id }) => id),
};

function resolves(place: Place): boolean {
  const colon = place.indexOf(':');
  return held[place.slice(0, colon)]?.includes(place.slice(colon + 1)) ?? false;
}

describe('the written list of what the five source texts name', () => {
  it('leads everywhere to data that the product holds', () => {
    expect(sourceList.length).toBeGreaterThan(90);
    expect(sourceList.filter(([, , , place]) => !resolves(place))).toEqual([]);
    expect(resolves('credential:centre:nothing')).toBe(false);
  });

  it('names every text, each thing once, and each kind that is asked for', () => {
    const keys = sourceList.map(([text, kind, name]) => `${text} ${kind} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(sourceList.map(([text]) => text)).size).toBe(5);
    expect(new Set(sourceList.map(([, kind]) => kind))).toEqual(
      new Set([
        'programme',
        'credential',
        'employer benefit',
        'employer support',
        'contact',
        'route',
        'specialty',
        'service',
      ]),
    );
  });

  it('leaves nothing of the shipped catalogue without a text, but what was found later and says so', () => {
    const places = new Set<string>(sourceList.map(([, , , place]) => place));
    const centre = credentials.filter(({ catalogue }) => catalogue === 'centre');
    expect(centre).toHaveLength(36);
    expect(centre.filter(({ key }) => !places.has(`credential:${key}`))).toEqual([]);
    for (const list of ['university', 'stage', 'benefit', 'support', 'service', 'contact'])
      expect(held[list]!.filter((key) => !places.has(`${list}:${key}`))).toEqual([]);
  });

  it('holds no word of the advertisement that one text was injected with', () => {
    const shipped = JSON.stringify([credentials, awards, networkServices, frameworkContacts, sourceList]);
    expect(shipped).not.toMatch(/\blifts?\b|elevator|terry/i);
  });
});
