const browsers: [name: string, sign: RegExp][] = [
	['WeChat', /MicroMessenger\//],
	['Edge', /Edg(?:A|iOS)?\//],
	['HarmonyOS Browser', /ArkWeb\//],
	['Firefox', /(?:Firefox|FxiOS)\//],
	['Chrome', /(?:Chrome|CriOS)\//],
	['Safari', /Version\/[\d.]+ .*Safari\//]
];
const systems: [name: string, sign: RegExp][] = [
	['HarmonyOS', /OpenHarmony|HarmonyOS/],
	['iPhone', /iPhone/],
	['iPad', /iPad/],
	['Android', /Android/],
	['Windows', /Windows NT/],
	['macOS', /Mac OS X/],
	['Linux', /Linux|X11/]
];

/**
 * Browser and system in a few words, so that people recognise their own devices; nothing else of the
 * header is kept, since all of it would tell one device from every other.
 */
export function agentOf(header: string | null | undefined): string | null {
	const text = (header ?? '').slice(0, 500);
	const found = [browsers, systems].flatMap(
		(list) => list.find(([, sign]) => sign.test(text))?.[0] ?? []
	);
	return found.length ? found.join(' · ') : null;
}
