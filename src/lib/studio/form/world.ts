import { getContext, setContext } from 'svelte';
import type { Locale } from '$lib/domain/locale';
import type { Content, Target } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import type { Bilingual } from '$lib/domain/text';
import type { form } from '$lib/words/zh/form';
import type { fields, FieldWords, groups, OptionWords, units } from '$lib/words/zh/fields';

/** The rooms of words a form speaks; a page loads them in its `+page.ts` with `formWords`. */
export interface FormWords {
	form: typeof form;
	fields: typeof fields;
	groups: typeof groups;
	options: OptionWords;
	units: typeof units;
}

/** Something a field may point to. */
export interface Option {
	slug: string;
	name: Bilingual;
	note: Bilingual | null;
}

/** What every input of a form knows about the form it stands in. */
interface World {
	noun: Noun;
	locale: Locale;
	words: FormWords;
	/** True once scripts run: before that, and without them, inputs are plain. */
	readonly live: boolean;
	/** True while nothing may be changed. */
	readonly closed: boolean;
	/** What stands in the inputs. */
	readonly content: Content;
	readonly offered: Partial<Record<Target, Option[]>>;
	/** Sentences about the input of that name. */
	problems(name: string): string[];
	/** Says that an input changed without an event of its own. */
	touched(): void;
	/** Where choices are looked up, e.g. `/studio/places/choices`. */
	choices: string;
	/** Where the library of media is. */
	library: string;
	/** The text typed so far into the input of that name. */
	typed(name: string): string;
}

const KEY = Symbol('form');

export const giveWorld = (world: World): World => setContext(KEY, world);
export const useWorld = (): World => getContext<World>(KEY);

/** The id of the input of that name, for labels and links to it. */
export const idOf = (name: string): string => `in-${name.replaceAll('.', '-')}`;

/** Label and hint of a field. */
export const labelOf = (words: FormWords, noun: Noun, name: string) =>
	(words.fields as FieldWords)[noun][name] ?? { label: name };

/** What a value of a field that offers a choice is called. */
export const optionOf = (words: FormWords, noun: Noun, name: string, value: string): string =>
	words.options[noun]?.[name]?.[value] ?? value;
