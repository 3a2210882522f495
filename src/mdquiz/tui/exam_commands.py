"""The commands of the mock exam's screens: the list, the start form, the exam, report, review."""

from __future__ import annotations

from mdquiz.tui.command import Command

EXAM_COMMANDS: tuple[Command, ...] = (
    # The list of attempts
    Command("exams.open", "enter", "Open", "Resume a running exam, or read a report.", footer=1),
    Command("exams.new", "n", "New exam", "Choose an exam and begin it.", footer=2),
    Command("exams.review", "r", "Review", "Go through the chosen paper's questions.", footer=3),
    Command("exams.drill", "d", "Drill misses", "Drill what was wrong, lucky or left.", footer=4),
    Command("exams.abandon", "x,delete", "Abandon", "Give up the running exam you are on."),
    Command("exams.home", "q,escape", "Home", "Back to the decks.", footer=5),
    Command(
        "exams.choose",
        "up,down,j,k",
        "Choose",
        "Choose an attempt.",
        fixed=True,
        shown_keys="↑ ↓ j k",
    ),
    # The start form
    Command("exam-form.begin", "s,f5", "Start", "Begin the exam; its clock starts now.", footer=1),
    Command(
        "exam-form.scroll-down",
        "pagedown,end",
        "Read on",
        "Read on: what the exam would be, and what there is to draw from.",
        footer=2,
    ),
    Command("exam-form.scroll-up", "pageup,home", "Up", "Read back."),
    Command(
        "exam-form.change", "enter", "Change", "Choose from a list, or go to the next.", footer=3
    ),
    Command("exam-form.next-field", "down,j,tab", "Next", "To the line below."),
    Command("exam-form.previous-field", "up,k,shift+tab", "Previous", "To the line above."),
    Command("exam-form.more", "right,l", "More", "The next exam, or a larger number."),
    Command("exam-form.less", "left,h", "Less", "The exam before, or a smaller number."),
    Command("exam-form.as-preset", "x,delete", "As the exam", "Back to what the exam has."),
    Command("exam-form.back", "q,escape", "Back", "Begin no exam.", footer=4),
    Command(
        "exam-form.digits",
        "",
        "Number",
        "Write a number of questions, minutes, or a seed.",
        fixed=True,
        shown_keys="0–9 ⌫",
    ),
    # In the exam
    Command(
        "exam.option",
        "",
        "Choose",
        "Answer with that option; it is saved at once, and another key changes it.",
        fixed=True,
        shown_keys="1–8 a–h t f",
    ),
    Command("exam.take", "enter", "Next", "Take what the cursor is on, then go on.", footer=1),
    Command("exam.next", "n,right,f6", "Go on", "Open the next question."),
    Command("exam.previous", "p,left,f5", "Back", "Open the question before.", footer=7),
    Command("exam.mark", "m,f9", "Mark", "Mark for review, or take the mark off.", footer=2),
    Command("exam.clear", "x,f8", "Clear", "Take the answer back.", footer=6),
    Command(
        "exam.confidence",
        "w,f2",
        "How sure?",
        "Say how sure you are: sure, 50-50, one of three, blind.",
        footer=5,
    ),
    Command(
        "exam.palette",
        "v,f3",
        "Palette",
        "See how all questions stand; type a number or move, Enter opens it.",
        footer=3,
    ),
    Command("exam.hand-in", "s,f12", "Hand in", "Hand the paper in, or close a section.", footer=4),
    Command(
        "exam.decline",
        "0,ctrl+n",
        "Not attempted",
        "Mark “not attempted”, where the exam has that option.",
    ),
    Command("exam.language", "l,f4", "Language", "Show all questions in the other language."),
    Command("exam.next-option", "down,j", "Next option", "Move to the next option."),
    Command("exam.previous-option", "up,k", "Previous option", "Move to the option above."),
    Command("exam.toggle-option", "space", "Tick", "Answer with the option you are on."),
    Command("exam.scroll-down", "pagedown", "Page down", "Read the question on."),
    Command("exam.scroll-up", "pageup", "Page up", "Read the question back."),
    Command(
        "exam.leave", "q,escape,f10", "Leave", "Leave; every answer is saved, the clock runs on."
    ),
    # The report
    Command(
        "exam-report.review", "r,enter", "Review", "Go through the questions one by one.", footer=1
    ),
    Command(
        "exam-report.drill", "d", "Drill misses", "Drill what was wrong, lucky or left.", footer=2
    ),
    Command("exam-report.scroll-down", "down,j,pagedown,space", "More", "Read on.", footer=3),
    Command("exam-report.scroll-up", "up,k,pageup", "Up", "Read back."),
    Command("exam-report.home", "q,escape", "Back", "Back to the list of exams.", footer=5),
    # The review
    Command("exam-review.next", "n,right,enter", "Next", "The next question.", footer=1),
    Command("exam-review.previous", "p,left", "Back", "The question before.", footer=2),
    Command(
        "exam-review.filter",
        "f",
        "Show",
        "Show all, the wrong, those left, or the lucky ones only.",
        footer=3,
    ),
    Command(
        "exam-review.source",
        "s,f3",
        "Source",
        "Show the notes that the question is from.",
        footer=4,
    ),
    Command(
        "exam-review.palette", "v", "All questions", "See all at once; Enter opens one.", footer=6
    ),
    Command("exam-review.language", "l,f4", "Language", "Show the question in the other language."),
    Command("exam-review.drill", "d", "Drill misses", "Drill what was wrong, lucky or left."),
    Command("exam-review.scroll-down", "down,j,pagedown,space", "Down", "Read on."),
    Command("exam-review.scroll-up", "up,k,pageup", "Up", "Read back."),
    Command("exam-review.report", "q,escape", "Report", "Back to the report.", footer=5),
)
