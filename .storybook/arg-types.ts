import type {ArgTypes, InputType} from 'storybook/internal/types';

interface Item {
  name: string;
  kind?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
  fieldName?: string;
  description?: string;
  default?: string;
  type?: {text: string};
}

const none = {disable: true};

type Lists = 'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties';

type Declaration = {tagName?: string} & Partial<Record<Lists, Item[]>>;

/** What is read of `custom-elements.json`. */
export interface Manifest {
  modules: {declarations?: Declaration[]}[];
}

/** The names of the events that the elements of the library fire. */
export function eventNames(manifest: Manifest): string[] {
  const names = declarationsOf(manifest).flatMap(({events = []}) => events.map(({name}) => name));
  return [...new Set(names)].filter((name) => name.startsWith('article-'));
}

/**
 * The rows of an element's table. Storybook's own extractor gives an attribute and its property a row each, lets a slot
 * overwrite the attribute of the same name, and offers controls for parts that do nothing. Here a property and its
 * attribute are one row, whose key (the story's arg) is the property's name.
 */
export function argTypesOf(manifest: Manifest, tag: string): ArgTypes | null {
  const element = declarationsOf(manifest).find(({tagName}) => tagName === tag);
  if (!element) return null;
  const {members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = []} = element;
  const own = members.filter((member) => !member.static);
  const fields = own.filter(({kind}) => kind === 'field');
  const attributeOf = (field: Item) =>
    attributes.find(({fieldName, name}) => (fieldName ?? name) === field.name);
  const methods = own
    .filter(({kind}) => kind === 'method')
    .map((item) => ({...item, name: `${item.name}()`}));
  const defaultSlot = (item: Item) => ({...item, name: item.name || '(default)'});
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldRow(field, attributeOf(field))])),
    ...plainRows('methods', methods),
    ...plainRows('events', events),
    ...plainRows('slots', slots.map(defaultSlot)),
    ...plainRows('css parts', cssParts),
    ...plainRows('css custom properties', cssProperties),
  };
}

function declarationsOf({modules}: Manifest): Declaration[] {
  return modules.flatMap(({declarations = []}) => declarations);
}

function fieldRow(field: Item, attribute: Item | undefined): InputType {
  const type = field.type?.text ?? '';
  const {description, readonly} = field;
  const category = attribute ? 'attributes' : readonly ? 'read-only properties' : 'properties';
  const note = attribute && attribute.name !== field.name ? ` Property: \`${field.name}\`.` : '';
  const row = {
    name: attribute?.name ?? field.name,
    description: `${description ?? ''}${note}`,
    table: {category, type: {summary: type}, defaultValue: {summary: field.default ?? attribute?.default}},
  };
  return readonly ? {...row, control: none} : {...row, ...controlFor(type)};
}

/** A control for each type that a person can enter; `undefined` is entered by leaving it empty. */
function controlFor(text: string): InputType {
  const types = text.split('|').map((type) => type.trim());
  const given = types.filter((type) => type !== 'undefined' && type !== 'null');
  const literals = given.map((type) => /^'(.*)'$/.exec(type)?.[1]);
  if (literals.every((literal) => literal !== undefined))
    return {control: {type: 'select'}, options: literals};
  if (given.includes('string')) return {control: {type: 'text'}};
  if (given.includes('number')) return {control: {type: 'number'}};
  if (given.includes('boolean')) return {control: {type: 'boolean'}};
  return {control: /\[\]|\{/.test(text) ? {type: 'object'} : none};
}

function plainRows(category: string, items: Item[]): ArgTypes {
  const rows = items.map(({name, description, type, default: value}): [string, InputType] => {
    const table = {category, type: {summary: type?.text}, defaultValue: {summary: value}};
    return [`${category}: ${name}`, {name, description, control: none, table}];
  });
  return Object.fromEntries(rows);
}
