import type { ErrorObject } from 'ajv';

/**
 * Where a value may have several forms, Ajv complains about each of them. The form that was meant is the one that it
 * got furthest with: what says that the value as a whole is no text, or no list, is noise once there are complaints
 * about its parts, here or (`partsAreWrong`) further down.
 */
export function meantBranch(errors: readonly ErrorObject[], partsAreWrong: boolean): readonly ErrorObject[] {
  const aboutParts = ofNearestMap(errors).filter(isAboutParts);
  if (aboutParts.length > 0 || partsAreWrong) return aboutParts;
  const aboutValue = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const fitting = aboutValue.filter((error) => !isOfAnotherType(error));
  return fitting.length > 0 ? fitting : aboutValue;
}

const partKeywords = ['additionalProperties', 'required', 'minProperties', 'maxProperties', 'minItems', 'maxItems'];
const isAboutParts = ({ keyword }: ErrorObject): boolean => partKeywords.includes(keyword);

/** Of several maps that a value may be, the one that has most of its keys: what the others miss is left out. */
function ofNearestMap(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const maps = errors.flatMap(({ keyword, schema }) => (keyword === 'anyOf' && Array.isArray(schema) ? schema : []));
  const [first] = errors;
  const keys = typeof first?.data === 'object' ? Object.keys(first.data ?? {}) : [];
  const shared = (map: unknown): number => keys.filter((key) => Object.hasOwn(propertiesOf(map), key)).length;
  const nearest = maps.toSorted((one, other) => shared(other) - shared(one))[0];
  return errors.filter(({ parentSchema }) => parentSchema === nearest || !maps.includes(parentSchema));
}

function propertiesOf(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return {};
  return typeof schema.properties === 'object' && schema.properties !== null ? schema.properties : {};
}

function isOfAnotherType({ keyword, data, schema }: ErrorObject): boolean {
  if (keyword === 'type' || keyword === 'const') return true;
  return keyword === 'enum' && Array.isArray(schema) && !schema.some((one) => typeof one === typeof data);
}
