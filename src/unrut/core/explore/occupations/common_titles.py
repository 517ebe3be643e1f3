"""What people mostly mean by a title that many occupations share, and what is said of oneself and is no occupation.

Our own judgement, from how many people work in each; the commonest first.
"""

NO_WORK = frozenset(
    """
    stay at home mum, stay at home mom, stay at home mother, stay at home dad, stay at home father, stay at home parent,
    full time mum, full time mom, full time mother, full time dad, full time father, full time parent, housewife,
    house husband, househusband, unemployed, out of work, between jobs, job seeker, jobseeker, looking for work, retired,
    student, intern, internship, trainee, n/a, none, nothing
    """.replace("\n", " ")
    .strip()
    .split(", ")
)

COMMON_TITLES = {
    "accountant": ("13-2011.00",),
    "administrator": ("43-6014.00", "11-3012.00"),
    "analyst": ("13-1111.00", "15-1211.00", "13-2051.00"),
    "assistant": ("43-6014.00", "43-6011.00"),
    "assistant manager": ("41-1011.00", "11-1021.00"),
    "buyer": ("13-1023.00",),
    "cashier": ("41-2011.00",),
    "chief engineer": ("11-9041.00", "53-5031.00"),
    "clerk": ("43-9061.00",),
    "consultant": ("13-1111.00",),
    "cook": ("35-2014.00", "35-2012.00", "35-2011.00"),
    "data wrangler": ("15-2051.00", "15-2051.01", "15-1242.00"),
    "dentist": ("29-1021.00",),
    "designer": ("27-1024.00", "15-1255.00", "27-1025.00"),
    "developer": ("15-1252.00", "15-1254.00"),
    "doctor": ("29-1216.00", "29-1215.00"),
    "driver": ("53-3032.00", "53-3033.00", "53-3053.00"),
    "electrician": ("47-2111.00",),
    "engineer": ("17-2112.00", "17-2051.00", "17-2141.00", "17-2071.00"),
    "growth hacker": ("11-2021.00", "13-1161.01"),
    "growth marketer": ("13-1161.00", "13-1161.01"),
    "head growth": ("11-2021.00", "13-1161.01"),
    "instructor": ("25-3021.00", "25-2031.00"),
    "lawyer": ("23-1011.00",),
    "machine operator": ("51-9199.00", "51-4041.00"),
    "manager": ("11-1021.00",),
    "marketing assistant": ("13-1161.00", "27-3031.00"),
    "mechanic": ("49-3023.00", "49-9041.00"),
    "nurse": ("29-1141.00", "29-2061.00"),
    "operator": ("51-9199.00", "47-2073.00"),
    "physician": ("29-1216.00", "29-1215.00"),
    "pm": ("13-1082.00", "11-2021.00"),
    "product manager": ("11-2021.00", "13-1082.00"),
    "professor": ("25-1199.00",),
    "project manager": ("13-1082.00",),
    "researcher": ("19-1042.00", "15-1221.00"),
    "sales assistant": ("41-2031.00",),
    "scientist": ("19-1042.00", "19-2031.00"),
    "secretary": ("43-6014.00", "43-6011.00"),
    "shop assistant": ("41-2031.00",),
    "social worker": ("21-1021.00",),
    "supervisor": ("43-1011.00", "51-1011.00", "41-1011.00"),
    "teacher": ("25-2021.00", "25-2031.00", "25-2022.00"),
    "technician": ("49-9071.00", "17-3023.00"),
    "waiter": ("35-3031.00",),
}
