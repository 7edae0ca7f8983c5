/** Different addresses of one kind, so that no single answer is measured over and over. */
interface Paths {
	place: string[];
	list: string[];
	box: string[];
}

interface Collection {
	numberMatched: number;
	features: { id: string; geometry: { coordinates: [number, number] } | null }[];
}

const ITEMS = '/api/collections/places/items';
/** Points of a measured box: at least 500 in it, 500 answered. */
const POINTS = 500;

/** Collects `many` addresses of place pages, lists of 20 and boxes with 500 points from a portal. */
export async function pathsOf(origin: string, many: number): Promise<Paths> {
	const ask = async (query: string) =>
		(await (await fetch(`${origin}${ITEMS}?f=json&${query}`)).json()) as Collection;
	const { numberMatched } = await ask('limit=1');
	const step = Math.max(1, Math.floor(numberMatched / many));
	const sample = await Promise.all(
		Array.from({ length: many }, (_, at) => ask(`limit=1&offset=${at * step}`))
	);
	const features = sample.flatMap((page) => page.features);
	const slugs = features.map((feature) => String(feature.id));
	const pages = Math.floor(numberMatched / 20);
	const list = Array.from({ length: many }, (_, at) => {
		const page = 1 + Math.floor((at * Math.min(pages, 9_000)) / many);
		const kind = ['', 'kind=site&', 'kind=unit&', 'kind=service&'][at % 4]!;
		return `/places?${kind}page=${1 + Math.floor(page / (kind ? 12 : 1))}`;
	});
	const box: string[] = [];
	for (const { geometry } of features) {
		if (box.length >= Math.min(many, 20)) break;
		const found = geometry && (await boxAround(geometry.coordinates));
		if (found) box.push(`${ITEMS}?bbox=${found}&limit=${POINTS}`);
	}
	return { place: slugs.map((slug) => `/places/${slug}`), list, box };

	/** The box around a point that holds between 500 and 550 points, by bisection. */
	async function boxAround([lon, lat]: [number, number]): Promise<string | null> {
		let [low, high] = [0, 0.5];
		for (let turn = 0; turn < 24; turn++) {
			const half = (low + high) / 2;
			const box = [lon - half, lat - half, lon + half, lat + half]
				.map((degrees) => degrees.toFixed(5))
				.join(',');
			const matched = (await ask(`limit=1&bbox=${box}`)).numberMatched;
			if (matched >= POINTS && matched <= POINTS * 1.1) return box;
			if (matched < POINTS) low = half;
			else high = half;
		}
		return null;
	}
}
