import { createHash } from 'node:crypto';
import { mayConfigure } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { settingGroups } from '$lib/domain/settings';
import type { SettingGroup } from '$lib/domain/settings';
import { record } from './audit';
import type { Db, Reader } from './db/open';
import { write } from './db/write';
import { picturesFor } from './media/pictures';
import { setUses } from './media/uses';
import { putSetting, readSettings, siteSettings } from './site';
import type { SettingName } from './site';

const namesOf = (group: SettingGroup) => Object.keys(settingGroups[group]) as SettingName[];

/** What the settings of a group say now, and a mark by which a form knows if they changed since. */
export async function group(
	db: Reader,
	which: SettingGroup
): Promise<{ values: Record<string, unknown>; mark: string }> {
	const all = await readSettings(db);
	const values = Object.fromEntries(namesOf(which).map((name) => [name, all[name] ?? null]));
	const mark = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
	return { values, mark };
}

/**
 * Writes the settings of a group, all or none, in one act of the audit. Refuses who may not, values
 * that do not fit, and a form filled in before somebody else changed the same group.
 */
export async function saveGroup(
	db: Db,
	by: By,
	which: SettingGroup,
	given: { values: Record<string, unknown>; mark: string }
): Promise<Ruled<{ changed: number }>> {
	if (!mayConfigure(by.who)) return refuse({ field: '', reason: 'refused' });
	const wrong = namesOf(which).filter((name) => {
		const value = given.values[name] ?? null;
		return value !== null && !siteSettings[name].safeParse(value).success;
	});
	if (wrong.length) return refuse(...wrong.map((field) => ({ field, reason: 'malformed' })));
	return write(db, async (tx) => {
		const mark = given.values['site.mark'];
		if (typeof mark === 'string' && !(await picturesFor(tx, [mark])).size)
			return refuse({ field: 'site.mark', reason: 'no-such' });
		const before = await group(tx, which);
		const changed = namesOf(which).filter(
			(name) =>
				JSON.stringify(before.values[name] ?? null) !== JSON.stringify(given.values[name] ?? null)
		);
		if (!changed.length) return accept({ changed: 0 });
		if (before.mark !== given.mark) return refuse({ field: '', reason: 'changed-meanwhile' });
		for (const name of changed) await putSetting(tx, name, given.values[name] ?? null);
		if (changed.includes('site.mark'))
			await setUses(tx, 'settings', 'brand', true, typeof mark === 'string' ? [mark] : []);
		const pick = (from: Record<string, unknown>) =>
			Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
		await record(tx, by, {
			act: 'configure',
			noun: 'settings',
			id: which,
			before: pick(before.values),
			after: pick(given.values)
		});
		return accept({ changed: changed.length });
	});
}
