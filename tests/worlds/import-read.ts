import { orRefusal, tableFrom } from '$lib/server/import/read';
import type { Table } from '$lib/server/import/table';

// Files as somebody sends them, and what is read in them.

/** Rows of a table under the meaning of their columns. */
export async function rowsOf(table: Table): Promise<Record<string, string | number>[]> {
	const rows = [];
	for await (const { line, cells } of table.rows) {
		if (!cells.some((cell) => cell.trim())) continue;
		const named = [...table.header.columns].map(([index, field]) => [field, cells[index] ?? '']);
		rows.push({ line, ...Object.fromEntries(named.filter(([, cell]) => cell)) });
	}
	return rows;
}

export const read = async (bytes: Buffer | string, name: string, sheet?: string) =>
	rowsOf(await tableFrom(Buffer.from(bytes), name, sheet));

export const refusal = async (bytes: Buffer | string, name: string, sheet?: string) => {
	const done = await orRefusal(async () =>
		rowsOf(await tableFrom(Buffer.from(bytes), name, sheet))
	);
	return done.ok ? null : done.refusal;
};

export const text = '名称,类型,地址\n𠮷㐂园,阵地,"镕路1号，东门"\n';

export const expected = [{ line: 2, name: '𠮷㐂园', kind: '阵地', address: '镕路1号，东门' }];
