# The search over everything (Ctrl K).
search-placeholder = Поиск по всему: имя, телефон, ИНН, номер договора
search-recent = Недавно открытые
search-papers = Документы
search-deeds = Действия
search-reading = Искали «{ $text }»: так, как было набрано, ничего нет
search-cut =
    { $count ->
        [one] Показан первый { $count }; уточните запрос
       *[other] Показаны первые { $count }; уточните запрос
    }
search-found =
    { $count ->
        [one] Найден { $count } · { $time } мс
       *[other] Найдено { $count } · { $time } мс
    }
search-nothing = Ничего не нашлось
search-nothing-hint = Ищутся названия и имена, телефоны, ИНН и ОГРН, почта и сайты. Достаточно части слова или номера.

# Beside a hit: what kind of card it is, and which number or address was found.
search-organization = Организация
search-person = Человек
search-why-inn = ИНН { $value }
search-why-ogrn = ОГРН { $value }
search-why-phone = Телефон { $value }
search-why-email = Почта { $value }
search-why-web = Сайт { $value }

# What can be done from the search; found by these words, too.
search-create-organization = Новая организация
search-create-person = Новый человек
search-import = Импорт из Excel или CSV
search-past-imports = Прошлые импорты
search-export-all = Экспорт всего в папку
search-calendar = Календарь
search-groups = Группы
search-letters = Рассылки: письма, конверты, наклейки
search-bin = Корзина
search-history = Журнал изменений
search-settings = Настройки
search-shortcuts = Сочетания клавиш

# The line at the bottom: what the keys do.
search-move = выбрать
search-open = открыть
search-close = закрыть
