/** Apple's categories of podcasts that have no parts, and those parts that a keyword can name (Apple, “Categories”). */
const categories = [
  "Arts",
  "Business",
  "Education",
  "Fiction",
  "Government",
  "Health & Fitness",
  "History",
  "Kids & Family",
  "Leisure",
  "Music",
  "News",
  "Religion & Spirituality",
  "Science",
  "Society & Culture",
  "Sports",
  "Technology",
  "True Crime",
  "TV & Film",
] as const;

/** How many categories Apple shows of a podcast. */
const maxCategories = 3;

/** Apple's categories of some topics: those that are topics themselves. Others aren't known. */
export function appleCategories(topics: readonly string[]): string[] {
  const words = new Set(topics.map((word) => word.trim().toLowerCase()));
  return categories.filter((name) => words.has(name.toLowerCase())).slice(0, maxCategories);
}
