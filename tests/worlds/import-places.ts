import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { NOON } from '../make';
import type { Db } from '$lib/server/db/open';
import { openings, places } from '$lib/server/db/schema';
import { contentVersion } from '$lib/server/db/write';
import { importPlaces } from '$lib/server/import/places';
import type { ImportOptions } from '$lib/server/import/places';

// Tables of places that are imported, each from a file of its own.

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'import-'));
});

let files = 0;

export async function take(db: Db, text: string, options: Partial<ImportOptions> = {}) {
	const path = join(folder, `${++files}.csv`);
	await writeFile(path, text);
	return importPlaces(db, path, { dryRun: false, anyway: false, now: NOON, ...options });
}

export const rows = (db: Db) => db.select().from(places).orderBy(asc(places.id));

export const everything = async (db: Db) =>
	JSON.stringify([await rows(db), await db.select().from(openings), await contentVersion(db)]);

export const why = (report: Awaited<ReturnType<typeof take>>) =>
	report.issues.map(({ line, column, reason }) => `${line} ${column} ${reason}`);

export const good =
	`名称,英文名,类型,类别,镇街,地址,经度,纬度,级别,标签,电话,简介,介绍,开放时间,无障碍
𠮷园,Ji Garden,阵地,,瓶窑,瓶窑镇某路１号,119.98138,30.41234,区级,家风；考察点位,0571-88880000,简介,"第一段
第二段",周一至周五 09:00-17:00; 周六 09:00-12:00,电梯、没有台阶
清风村,,清廉单元,村居,良渚街道,,119°58′53.5″,30°24′44″,,,,,,,
无址点,,服务点,,,,,,,,,,,,
`.replace('没有台阶', '无障碍厕所');
