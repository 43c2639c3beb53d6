import { normalizeWord } from "../fold.ts";

/** Common words of these libraries' subjects whose forms no rule joins, with the form whose stem they have. */
const forms: Readonly<Record<string, readonly string[]>> = {
  child: ["children"],
  woman: ["women"],
  flee: ["fled"],
  seek: ["sought"],
  fight: ["fought"],
  hold: ["held"],
  speak: ["spoke", "spoken"],
  write: ["wrote", "written"],
  take: ["took", "taken"],
  center: ["centre", "centres"],
  defense: ["defence"],
  // Arabic plurals that change the word itself.
  مدرسة: ["مدارس"],
  مركز: ["مراكز"],
  محكمة: ["محاكم"],
  قاض: ["قضاة", "قاضي"],
  محام: ["محامي", "محامون", "محامين", "محامية"],
  طفل: ["أطفال", "أطفالي", "أطفالنا"],
  أسرة: ["أسر", "أسرتي", "أسرتنا"],
  عائلة: ["عوائل"],
  ورقة: ["أوراق"],
  شاهد: ["شهود"],
  عامل: ["عمال"],
  سجين: ["سجناء"],
  سجن: ["سجون"],
  حدود: ["حد"],
  قانون: ["قوانين"],
  رسالة: ["رسائل"],
  طالب: ["طلاب"],
  وثيقة: ["وثائق"],
  مدينة: ["مدن"],
  بلد: ["بلاد", "بلدان"],
  امرأة: ["نساء"],
  رجل: ["رجال"],
};

/** Words, folded, with their regular forms. */
export const irregularForms: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(forms).flatMap(([form, others]) =>
    others.map((word) => [normalizeWord(word), normalizeWord(form)]),
  ),
);
