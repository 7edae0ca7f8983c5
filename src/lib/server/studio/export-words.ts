import { clockStamp } from '$lib/domain/when';
import type { ContentWords } from '$lib/domain/export/content';
import type { Locale } from '$lib/domain/locale';
import type { Noun } from '$lib/domain/studio/noun';
import * as enFields from '../../words/en/fields';
import { exported as enExported } from '../../words/en/exported';
import { nouns as enNouns } from '../../words/en/nouns';
import { studio as enStudio } from '../../words/en/studio';
import { exported as zhExported } from '../../words/zh/exported';
import * as zhFields from '../../words/zh/fields';
import type { FieldWords, OptionWords } from '../../words/zh/fields';
import { nouns as zhNouns } from '../../words/zh/nouns';
import { studio as zhStudio } from '../../words/zh/studio';

/** All words an exported file needs in a language. */
export interface ExportedWords {
	content: ContentWords;
	exported: typeof zhExported;
	studio: typeof zhStudio;
}

export function exportWords(noun: Noun, locale: Locale): ExportedWords {
	const english = locale === 'en';
	const [exported, studio] = english ? [enExported, enStudio] : [zhExported, zhStudio];
	const [{ fields, options, units }, nouns] = english ? [enFields, enNouns] : [zhFields, zhNouns];
	const labels: FieldWords = fields;
	const choices: OptionWords = options;
	const known = (names: Record<string, string>, name: string) => names[name] ?? name;
	return {
		exported,
		studio,
		content: {
			label: (field) =>
				field === 'slug' ? exported.column.slug : (labels[noun][field]?.label ?? field),
			english: exported.english,
			position: exported.position,
			comma: exported.comma,
			voice: {
				option: (field, value) => choices[noun]?.[field]?.[value] ?? value,
				// The slug is what an import understands; a name may belong to several.
				reference: (_, slug) => slug,
				precision: (value) => known(exported.precision, value),
				datum: (value) => known(exported.datum, value),
				unit: (unit) => known(units, unit),
				day: (day) => day,
				moment: clockStamp,
				metres: nouns.metres,
				points: exported.points,
				weekday: nouns.weekday,
				yes: exported.yes,
				no: exported.no,
				has: exported.has,
				lacks: exported.lacks,
				closed: exported.closed,
				verified: exported.verified,
				unverified: exported.unverified
			}
		}
	};
}
