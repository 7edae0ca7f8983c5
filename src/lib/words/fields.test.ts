import { expect, test } from 'vitest';
import { describe as describing, nouns } from '../domain/studio/noun';
import * as en from './en/fields';
import * as zh from './zh/fields';
import type { FieldWords, OptionWords } from './zh/fields';

const languages: { fields: FieldWords; options: OptionWords; groups: Record<string, string> }[] = [
	zh,
	en
];

test('every field of every noun has a name in both languages, and no other has one', () => {
	for (const { fields } of languages)
		for (const noun of nouns)
			expect([noun, Object.keys(fields[noun]).sort()]).toEqual([
				noun,
				describing(noun)
					.fields.map(({ name }) => name)
					.sort()
			]);
});

test('every heading and every option of a choice has a name', () => {
	for (const { options, groups } of languages)
		for (const noun of nouns) {
			for (const group of describing(noun).groups) expect(groups[group]).toBeTruthy();
			for (const field of describing(noun).fields)
				if (field.kind === 'choice' || field.kind === 'facts')
					expect([field.name, Object.keys(options[noun]?.[field.name] ?? {}).sort()]).toEqual([
						field.name,
						[...field.options].sort()
					]);
		}
});
