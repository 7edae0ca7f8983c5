import { erasureDays } from './contests/erasure';
import { answerDays } from './judging/notice/notice';
import { modules } from './modules';
import type { Refusal } from './refusal';
import { retention } from './retention';
import type { Kept } from './retention';
import { dayLimits, stepLimits } from './studio/review';
import { remindLimits } from './visits/remind';

/** How a setting is asked for. */
export type Asked =
	/** A text in both languages; `{zh, en}`. */
	| { as: 'pair'; max: number }
	| { as: 'line'; max: number }
	/** Address or way of contact. */
	| { as: 'link'; max: number }
	/** Id of a picture of the media library. */
	| { as: 'picture' }
	| { as: 'count'; min: number; max: number }
	| { as: 'yes' }
	/** On or off for each; only what is off is kept. */
	| { as: 'switches'; of: readonly string[] };

const kept = (kind: Kept): Asked => ({
	as: 'count',
	min: retention[kind].min,
	max: retention[kind].max
});

/** The settings of each part of the settings page, in order. */
export const settingGroups = {
	brand: {
		'site.name': { as: 'pair', max: 60 },
		'site.district': { as: 'pair', max: 30 },
		'site.mark': { as: 'picture' }
	},
	footer: {
		'footer.sponsor': { as: 'pair', max: 120 },
		'footer.contact': { as: 'pair', max: 200 },
		'footer.icp': { as: 'line', max: 60 },
		'footer.police': { as: 'line', max: 60 },
		'footer.code': { as: 'line', max: 60 },
		'footer.institution': { as: 'link', max: 300 },
		'footer.mistakes': { as: 'link', max: 300 },
		'security.contact': { as: 'link', max: 200 }
	},
	modules: { modules: { as: 'switches', of: modules } },
	review: {
		'review.steps': { as: 'count', min: stepLimits.least, max: stepLimits.most },
		'review.days': { as: 'count', min: dayLimits.least, max: dayLimits.most }
	},
	health: {
		'health.days': { as: 'count', min: 7, max: 730 },
		'health.external': { as: 'yes' }
	},
	visits: {
		'visits.remind': { as: 'count', min: remindLimits.least, max: remindLimits.most }
	},
	retention: {
		'retention.autosaves': kept('autosaves'),
		'retention.outbox': kept('outbox'),
		'retention.audit': kept('audit'),
		'retention.corrections': kept('corrections'),
		'retention.visits': kept('visits'),
		'retention.objections': kept('objections'),
		'retention.unconfirmed': kept('unconfirmed'),
		'erasures.days': { as: 'count', min: erasureDays.least, max: erasureDays.most },
		'objections.days': { as: 'count', min: answerDays.least, max: answerDays.most }
	}
} as const satisfies Record<string, Record<string, Asked>>;

export type SettingGroup = keyof typeof settingGroups;

/** Whether a word names a part of the settings. */
export const isSettingGroup = (word: string): word is SettingGroup =>
	Object.hasOwn(settingGroups, word);

/** What a form says of the settings of one group; null clears a setting. */
export function readSettingForm(
	group: SettingGroup,
	text: (name: string) => string
): { values: Record<string, unknown>; refusals: Refusal[] } {
	const values: Record<string, unknown> = {};
	const refusals: Refusal[] = [];
	for (const [name, asked] of Object.entries<Asked>(settingGroups[group])) {
		const line = text(name).trim();
		if (asked.as === 'pair') {
			const [zh, en] = [text(`${name}.zh`).trim(), text(`${name}.en`).trim()];
			if (en && !zh) refusals.push({ field: name, reason: 'chinese-first' });
			values[name] = zh ? { zh, en: en || null } : null;
		} else if (asked.as === 'switches')
			values[name] = Object.fromEntries(
				asked.of.filter((part) => !text(`${name}.${part}`)).map((part) => [part, false])
			);
		else if (asked.as === 'yes') values[name] = line ? true : null;
		else if (asked.as === 'count') {
			const count = Number(line);
			const fits = /^\d{1,5}$/.test(line) && count >= asked.min && count <= asked.max;
			if (line && !fits)
				refusals.push({
					field: name,
					reason: 'out-of-range',
					detail: { min: asked.min, max: asked.max }
				});
			values[name] = line && fits ? count : null;
		} else values[name] = line || null;
	}
	return { values, refusals };
}
