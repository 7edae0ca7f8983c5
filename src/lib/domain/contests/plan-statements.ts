import type { Statement } from './plan';

/**
 * The statements a new edition begins with: our own wording, to be read by the organizer’s lawyers
 * before it is published.
 */
export const standardStatements: readonly Statement[] = [
	{
		key: 'originality',
		title: { zh: '原创声明', en: 'Originality' },
		text: {
			zh: '本作品由主创人员自行创作，不存在抄袭、剽窃或者冒名的情况，署名真实完整。作品中使用他人的文字、音乐、图片、影像或者字体的，已经取得许可，或者属于法律允许的使用。作品以前公开发表过、参加过其他比赛的，已在填报时如实说明。',
			en: 'The work was made by the people named as its makers; it is not copied, and the credits are true and complete. Where it uses words, music, pictures, footage or typefaces of others, permission has been given or the law allows it. Earlier publication or entry to other contests has been stated truthfully in this form.'
		},
		required: true,
		guardian: false
	},
	{
		key: 'rights',
		title: { zh: '著作权与使用授权', en: 'Rights and permitted use' },
		text: {
			zh: '著作权归作者所有。参赛者同意主办单位为评审、存档的需要复制、转码和保存作品。获奖作品是否公开展示，由参赛者在填报时另行选择；没有选择的，只供评审观看，不对外公开。作品中出现的人物知情并同意被拍摄；因权利问题引起的争议，由参赛者依法承担责任。',
			en: 'Copyright stays with the authors. The entrant agrees that the organizer may copy, convert and keep the work as judging and archiving require. Whether an awarded work is shown to the public is chosen separately in this form; without that choice only the jury sees it. The people shown know of it and agreed to be filmed; the entrant answers under the law for disputes about rights.'
		},
		required: true,
		guardian: false
	},
	{
		key: 'ai',
		title: { zh: '人工智能使用说明', en: 'Use of artificial intelligence' },
		text: {
			zh: '作品中由人工智能生成或者合成的剧本、画面、视频、声音、音乐、人脸和翻译，已在填报时逐项说明，并按国家关于人工智能生成合成内容标识的规定作了标识；没有使用的，已如实说明没有使用。没有用人工智能冒充真实人物的言行，也没有伪造新闻或者事件。',
			en: 'Script, pictures, footage, voices, music, faces and translations made or altered by artificial intelligence have been stated item by item in this form and are labelled as national rules on generated content require; where none was used, that has been stated truthfully. Artificial intelligence was not used to put words or deeds on real people, nor to forge news or events.'
		},
		required: true,
		guardian: false
	},
	{
		key: 'consent',
		title: { zh: '个人信息处理同意书', en: 'Consent to the use of personal data' },
		text: {
			zh: '为了组织本次大赛，主办单位收集联系人的姓名、电话、邮箱，主创人员的姓名和分工，以及填报表中注明的其他信息，只用于资格审查、评审组织、结果通知和颁奖，不用于其他目的，到期按公布的期限删除。身份证件号码只在颁奖阶段向获奖者收集。您可以随时在“我的账号”中查看、更正、导出本人信息，或者撤回同意；撤回同意后，尚未评审的作品按退出处理。',
			en: 'To run this contest the organizer collects the contact’s name, telephone and e-mail, the names and roles of the makers, and whatever else this form marks. It is used only to check eligibility, organize the judging, tell the results and give the awards, for nothing else, and is deleted when the published periods end. Identity numbers are asked for at the award stage alone, of those who are awarded. You may see, correct or export your data or withdraw this consent at any time under “My account”; an entry not yet judged is then withdrawn.'
		},
		required: true,
		guardian: false
	},
	{
		key: 'guardian',
		title: { zh: '监护人同意书', en: 'Consent of a guardian' },
		text: {
			zh: '作品的主创人员中有未满十四周岁的未成年人。其监护人已经知道并同意孩子参加拍摄和比赛，同意主办单位按照上面的个人信息处理同意书处理孩子的姓名和分工。监护人可以随时联系主办单位撤回同意。',
			en: 'Somebody under fourteen is among the makers. The guardian knows and agrees that the child takes part in the film and the contest, and that the organizer uses the child’s name and role as the consent above says. The guardian may withdraw this by writing to the organizer at any time.'
		},
		required: true,
		guardian: true
	}
];
