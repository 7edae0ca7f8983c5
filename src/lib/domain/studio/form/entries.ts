/** What a form sent, by the names of its inputs, in the order sent. */
export type Pair = readonly [name: string, value: string];

/** Reads what one field of a form sent: `one('zh')` is the input `<field>.zh`. */
export class Entries {
	readonly #all = new Map<string, string[]>();

	constructor(pairs: Iterable<Pair>) {
		for (const [name, value] of pairs) {
			// Browsers send line breaks as CRLF (HTML, “constructing the entry list”).
			const text = value.replace(/\r\n?/g, '\n');
			const before = this.#all.get(name);
			if (before) before.push(text);
			else this.#all.set(name, [text]);
		}
	}

	/** Every value of an input of that name. */
	all(name: string): readonly string[] {
		return this.#all.get(name) ?? [];
	}

	/** The first value of an input, empty when there is none. */
	one(name: string): string {
		return this.all(name)[0] ?? '';
	}

	/**
	 * Rows of a list, `<name>.<n>.<part>`, in the order their `order` input asks for, else as they
	 * stood. Rows in which every part but `order` is blank are left out.
	 */
	rows(name: string, parts: readonly string[]): Record<string, string>[] {
		const numbers = new Set<number>();
		for (const key of this.#all.keys()) {
			const match = key.startsWith(`${name}.`) && /^(\d{1,4})\./.exec(key.slice(name.length + 1));
			if (match) numbers.add(Number(match[1]));
		}
		return [...numbers]
			.sort((a, b) => a - b)
			.map((n, at) => {
				const wanted = Number(this.one(`${name}.${n}.order`).trim() || NaN);
				const row = Object.fromEntries(
					parts.map((part) => [part, this.one(`${name}.${n}.${part}`)])
				);
				return { row, at, order: Number.isFinite(wanted) ? wanted : at + 1 };
			})
			.filter(({ row }) => Object.values(row).some((text) => text.trim() !== ''))
			.sort((a, b) => a.order - b.order || a.at - b.at)
			.map(({ row }) => row);
	}
}
