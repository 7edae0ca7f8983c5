import { fieldKeys } from './design';
import type { Design } from './design';

/** A design as the fields of its form. */
export function formOf(design: Design): Record<string, string> {
	const typed: Record<string, string> = {};
	const put = (name: string, value: unknown) => {
		if (typeof value === 'boolean') typed[name] = value ? 'on' : '';
		else typed[name] = value === null ? '' : String(value);
	};
	for (const name of ['turn', 'tongue', 'background', 'picture'] as const) put(name, design[name]);
	for (const key of fieldKeys)
		for (const [name, value] of Object.entries(design.fields[key])) put(`${key}.${name}`, value);
	for (const [name, value] of Object.entries(design.seal)) put(`seal.${name}`, value);
	for (const [name, value] of Object.entries(design.qr)) put(`qr.${name}`, value);
	return typed;
}
