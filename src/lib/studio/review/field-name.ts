import type { Noun } from '$lib/domain/studio/noun';
import type { ReviewWords } from './words';

/** What a path in a content is called: `summary.en` → “简介（英文）”, `media.2.alt.zh` → “图片和录音 第 3 项（中文）”. */
export function fieldName(
	noun: Noun,
	path: string,
	{ fields, check }: Pick<ReviewWords, 'fields' | 'check'>
): string {
	const [name = '', ...rest] = path.split('.');
	const labels: Record<string, { label: string }> = fields[noun];
	const language = rest.find((part) => part === 'zh' || part === 'en') as 'zh' | 'en' | undefined;
	const number = rest.find((part) => /^\d+$/.test(part));
	return [
		labels[name]?.label ?? name,
		number === undefined ? '' : ` ${check.item(Number(number) + 1)}`,
		language ? check.language[language] : ''
	].join('');
}
